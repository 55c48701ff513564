using Noroshi.Kernel;

namespace Noroshi.Observatory.Enrichment;

/// <summary>Numbers that nobody on the internet holds, and which exercises therefore use.</summary>
internal static class ReservedRanges
{
    /// <summary>For messages.</summary>
    public const string Addresses = "240.0.0.0/4, 100.64.0.0/10, 198.18.0.0/15, 2001:db8::/32";

    /// <summary>For messages.</summary>
    public const string AsNumbers = "64512–65534, 4200000000–4294967294";

    public static bool Contains(NetworkAddress address)
    {
        if (!address.IsIPv4) return address.High >> 32 == 0x2001_0DB8;
        var ip = address.IPv4;
        return ip >= 0xF000_0000 || (ip & 0xFFC0_0000) == 0x6440_0000 || (ip & 0xFFFE_0000) == 0xC612_0000;
    }

    /// <summary>True when the whole prefix lies within one reserved range.</summary>
    public static bool Contains(Prefix prefix) =>
        Contains(prefix.First) && Contains(prefix.Last) && Block(prefix.First) == Block(prefix.Last);

    /// <summary>Private-use AS numbers (RFC 6996).</summary>
    public static bool IsPrivateUse(uint asn) => asn is >= 64512 and <= 65534 or >= 4_200_000_000 and <= 4_294_967_294;

    private static int Block(NetworkAddress address) =>
        !address.IsIPv4 ? 6 : address.IPv4 >= 0xF000_0000 ? 240 : address.IPv4 >> 24 == 100 ? 100 : 198;
}
