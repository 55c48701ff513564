using Noroshi.Kernel;

namespace Noroshi.Observatory.Enrichment;

/// <summary>Addresses as numbers, for arithmetic on ranges; IPv4 keeps its IPv4-mapped place.</summary>
internal static class AddressValue
{
    /// <summary>The first IPv4 address (::ffff:0.0.0.0).</summary>
    public static readonly UInt128 FirstIPv4 = new(0, 0x0000_FFFF_0000_0000);

    /// <summary>The last IPv4 address (::ffff:255.255.255.255).</summary>
    public static readonly UInt128 LastIPv4 = new(0, 0x0000_FFFF_FFFF_FFFF);

    public static UInt128 Of(NetworkAddress address) => new(address.High, address.Low);

    public static NetworkAddress ToAddress(UInt128 value) => new((ulong)(value >> 64), (ulong)value);
}
