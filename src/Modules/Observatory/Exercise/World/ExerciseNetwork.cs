using Noroshi.Kernel;

namespace Noroshi.Observatory.Exercise;

/// <summary>A fictional network: a private-use AS number and reserved addresses that the exercise gives to a state.</summary>
/// <param name="Index">Place in the list; decides the addresses 240.<i>index</i>.0.0/16 and 2001:db8:1<i>xx</i>::/48.</param>
/// <param name="Country">The state.</param>
/// <param name="Asn">Private-use AS number.</param>
/// <param name="Number">First, second, … network of the state.</param>
/// <param name="UtcOffset">Hours ahead of UTC, for the rhythm of its days.</param>
/// <param name="Weight">How much of the background comes from it.</param>
internal sealed record ExerciseNetwork(int Index, CountryCode Country, uint Asn, int Number, int UtcOffset, int Weight)
{
    public string Name => $"EXERCISE network {Country}-{Number}";

    public string IPv4Prefix => $"240.{Index}.0.0/16";

    public string IPv6Prefix => $"2001:db8:{0x100 + Index:x}::/48";

    /// <summary>The n-th IPv4 host; different for each n below 65536.</summary>
    public NetworkAddress Host(int n) => NetworkAddress.FromIPv4(0xF000_0000 | ((uint)Index << 16) | ((((uint)n * 40_503) + 12_345) & 0xFFFF));

    /// <summary>The n-th IPv6 host.</summary>
    public NetworkAddress HostIPv6(int n) => new(0x2001_0DB8_0000_0000 | ((ulong)(0x100 + Index) << 16) | ((uint)n & 0xFF), 0x0200_00FF_FE00_0000UL | ((uint)n * 2_654_435_761u));
}
