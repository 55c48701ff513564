namespace Noroshi.Kernel;

/// <summary>Where a fact comes from: its source in words, the date it was last checked (as exactly as known), and how far it may be relied on.</summary>
public sealed record Provenance(string Source, PartialDate? AsOf, Confidence Confidence);
