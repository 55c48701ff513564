namespace Noroshi.Observatory.Enrichment;

/// <summary>Where a value lies in the data section: its content's offset, and its length in bytes, pairs or elements.</summary>
internal readonly record struct MmdbValue(MmdbKind Kind, int Offset, int Length);
