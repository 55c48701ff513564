using System.Globalization;
using Noroshi.Kernel;

namespace Noroshi.Observatory.Enrichment;

/// <summary>A network prefix as the closed range of addresses it covers.</summary>
internal readonly record struct Prefix(NetworkAddress First, NetworkAddress Last)
{
    /// <summary>Reads <c>192.0.2.0/24</c> or <c>2001:db8::/32</c>; bits below the prefix length must be zero.</summary>
    /// <param name="text">The text.</param>
    /// <param name="prefix">The range.</param>
    /// <param name="problem">What is wrong and what to write instead, when refused.</param>
    public static bool TryParse(ReadOnlySpan<char> text, out Prefix prefix, out string problem)
    {
        prefix = default;
        problem = string.Empty;
        var slash = text.LastIndexOf('/');
        if (slash < 0 || !NetworkAddress.TryParse(text[..slash], out var first))
        {
            problem = FileWords.Say("NotPrefix", text.ToString());
            return false;
        }

        var bits = first.IsIPv4 && !text.Contains(':') ? 32 : 128;
        if (!byte.TryParse(text[(slash + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var length) || length > bits)
        {
            problem = FileWords.Say("PrefixLength", text.ToString(), bits);
            return false;
        }

        if (bits == 128 && first.IsIPv4)
        {
            problem = FileWords.Say("IPv4AsIPv6", text.ToString());
            return false;
        }

        var host = length == bits ? UInt128.Zero : UInt128.MaxValue >> (128 - bits + length);
        var value = AddressValue.Of(first);
        if ((value & host) != 0)
        {
            problem = FileWords.Say("HostBits", text.ToString(), AddressValue.ToAddress(value & ~host), length);
            return false;
        }

        if (bits == 128 && value <= AddressValue.FirstIPv4 && (value | host) >= AddressValue.LastIPv4)
        {
            problem = FileWords.Say("CoversIPv4", text.ToString());
            return false;
        }

        prefix = new Prefix(first, AddressValue.ToAddress(value | host));
        return true;
    }
}
