namespace Noroshi.Observatory.Enrichment;

/// <summary>A value that holds from this address up to the start of the next segment.</summary>
internal readonly record struct Segment(UInt128 Start, ulong Value);
