using System.Globalization;
using Noroshi.Kernel;

namespace Noroshi.Stix;

/// <summary>An address or a block of them in CIDR notation; bits behind the prefix do not count.</summary>
/// <remarks><c>Length</c>: Bits of the prefix, of 128; an IPv4 prefix counts 96 more.</remarks>
internal readonly record struct AddressBlock(UInt128 Network, int Length)
{
    public static bool TryParse(ReadOnlySpan<char> text, out AddressBlock block)
    {
        block = default;
        var slash = text.IndexOf('/');
        if (!NetworkAddress.TryParse(slash < 0 ? text : text[..slash], out var address)) return false;
        var bits = address.IsIPv4 && !text.Contains(':') ? 32 : 128;
        var length = bits;
        if (slash >= 0 && (!int.TryParse(text[(slash + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out length) || length > bits)) return false;
        length += 128 - bits;
        block = new AddressBlock(new UInt128(address.High, address.Low) & Mask(length), length);
        return true;
    }

    public bool Contains(AddressBlock other) => other.Length >= Length && (other.Network & Mask(Length)) == Network;

    public static UInt128 Mask(int length) => length == 0 ? UInt128.Zero : UInt128.MaxValue << (128 - length);
}
