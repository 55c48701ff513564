namespace Noroshi.Exchange.Sharing;

/// <summary>Who asks, by which way, when and for what.</summary>
/// <param name="Recipient">Who would receive.</param>
/// <param name="Exit">The way out.</param>
/// <param name="At">Now.</param>
internal sealed record ReleaseRequest(Recipient Recipient, Exit Exit, DateTimeOffset At)
{
    /// <summary>What it is asked for.</summary>
    public Purpose Purpose { get; init; }

    /// <summary>The case that it is asked for.</summary>
    public string? Case { get; init; }
}
