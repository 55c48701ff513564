namespace Noroshi.Diplomacy.Votes.Majority;

/// <summary>A member of which nothing is said, since too few of its votes are kept.</summary>
/// <param name="State">Code.</param>
/// <param name="RecentVotes">How often it chose in the newest sessions.</param>
internal sealed record UnknownState(string State, int RecentVotes);
