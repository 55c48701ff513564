namespace Noroshi.Observatory.Enrichment;

/// <summary>A closed range of addresses and the value it stands for; 0 means "nothing known".</summary>
internal readonly record struct AddressRange(UInt128 First, UInt128 Last, ulong Value);
