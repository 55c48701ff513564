namespace Noroshi.Federation;

/// <summary>A peer as verbs and the API show it.</summary>
/// <param name="NodeId">Its node id.</param>
/// <param name="State">Its state, two letters.</param>
/// <param name="NameEn">Name in English.</param>
/// <param name="NameJa">Name in Japanese.</param>
/// <param name="Url">Where it is reached.</param>
/// <param name="Status">active, pending, suspended or revoked.</param>
/// <param name="Ours">What this side says: pending, confirmed, suspended, revoked.</param>
/// <param name="Theirs">What the other side says.</param>
/// <param name="Send">Types that may leave.</param>
/// <param name="Accept">Types that are taken.</param>
/// <param name="Ceiling">The most restricted label that may leave.</param>
/// <param name="PerMinute">Messages taken in a minute.</param>
/// <param name="LastHeard">When it was last in touch, UTC.</param>
/// <param name="Waiting">Messages in the outbox for it.</param>
/// <param name="LastFailure">Why it was not reached the last time.</param>
/// <param name="ClockAheadMs">By how many milliseconds its clock was ahead of this node's; null before a message was delivered or while they agree.</param>
internal sealed record PeerAnswer(
    string NodeId,
    string State,
    string NameEn,
    string NameJa,
    string? Url,
    string Status,
    string Ours,
    string Theirs,
    IReadOnlyList<string> Send,
    IReadOnlyList<string> Accept,
    string Ceiling,
    int PerMinute,
    DateTimeOffset? LastHeard,
    int Waiting,
    string? LastFailure,
    long? ClockAheadMs)
{
    internal static PeerAnswer Of(Peer peer, int waiting) => new(
        peer.NodeId,
        peer.State,
        peer.NameEn,
        peer.NameJa,
        peer.Url,
        peer.Status,
        peer.OurStanding.ToString().ToLowerInvariant(),
        peer.TheirStanding.ToString().ToLowerInvariant(),
        peer.Rules.Send,
        peer.Rules.Accept,
        peer.Rules.Ceiling,
        peer.Rules.PerMinute,
        peer.LastHeardAt,
        waiting,
        peer.LastFailure,
        peer.ClockAheadMs);
}
