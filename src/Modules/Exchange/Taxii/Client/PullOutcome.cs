namespace Noroshi.Exchange.Taxii;

/// <summary>What a pull or push did.</summary>
/// <param name="Collection">The collection here.</param>
/// <param name="Pages">Pages or envelopes that went over the line.</param>
/// <param name="Taken">Objects that are kept now on the receiving side, new or not.</param>
/// <param name="Rejected">Objects that the receiving side refused.</param>
/// <param name="Withheld">Objects that the release rules kept here; 0 for a pull.</param>
/// <param name="Problem">Why it ended early; null when all is there.</param>
internal sealed record PullOutcome(string Collection, int Pages, long Taken, long Rejected, long Withheld, string? Problem);
