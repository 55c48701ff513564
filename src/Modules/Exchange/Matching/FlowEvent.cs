namespace Noroshi.Exchange.Matching;

/// <summary>A flow as it is matched: addresses in the 128 bits of <see cref="AllowLists.AddressBits"/>, ports, and when it began.</summary>
/// <param name="Source">Who sent.</param>
/// <param name="Target">Who received.</param>
/// <param name="SourcePort">0 where there is none.</param>
/// <param name="TargetPort">0 where there is none.</param>
/// <param name="At">Seconds since 1970.</param>
internal readonly record struct FlowEvent(UInt128 Source, UInt128 Target, ushort SourcePort, ushort TargetPort, long At);
