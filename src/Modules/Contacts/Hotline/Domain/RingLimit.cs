namespace Noroshi.Contacts.Hotline;

/// <summary>
/// Keeps a peer from making the ring useless: at most so many new ringing messages in ten minutes. Flash does not count and is not
/// counted, so that nobody can talk a flash message down; instead it rings at most once a minute. What does not ring is kept and shown.
/// </summary>
internal static class RingLimit
{
    internal const int Default = 5;
    internal static readonly TimeSpan Window = TimeSpan.FromMinutes(10);
    internal static readonly TimeSpan BetweenFlashes = TimeSpan.FromMinutes(1);

    /// <summary>Whether a message that arrives now may ring.</summary>
    /// <param name="now">When it arrives.</param>
    /// <param name="precedence">Its precedence.</param>
    /// <param name="rung">What of the same peer rang before, within the window or longer ago.</param>
    /// <param name="most">How many may ring within the window.</param>
    internal static bool MayRing(DateTimeOffset now, Precedence precedence, IEnumerable<(DateTimeOffset At, Precedence Precedence)> rung, int most) => precedence == Precedence.Flash
        ? !rung.Any(one => one.Precedence == Precedence.Flash && now - one.At < BetweenFlashes)
        : rung.Count(one => one.Precedence != Precedence.Flash && now - one.At < Window) < most;
}
