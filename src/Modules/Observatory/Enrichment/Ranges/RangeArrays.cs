using Noroshi.Kernel;

namespace Noroshi.Observatory.Enrichment;

/// <summary>What a <see cref="RangeTable"/> is made of, in the order of its file.</summary>
/// <param name="Index4">First segment of each /16, and one past the last.</param>
/// <param name="Low4">Low 16 bits of each IPv4 segment's start.</param>
/// <param name="Value4">Value of each IPv4 segment.</param>
/// <param name="Index6">Last segment that starts at or before each 16-bit block; the last entry is the last segment.</param>
/// <param name="Start6">Start of each IPv6 segment.</param>
/// <param name="Value6">Value of each IPv6 segment.</param>
internal sealed record RangeArrays(int[] Index4, ushort[] Low4, ulong[] Value4, int[] Index6, NetworkAddress[] Start6, ulong[] Value6);
