using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Noroshi.Exchange.AllowLists;

/// <summary>Addresses of both versions as 128 bits, IPv4 in its mapped form, so that one trie holds both.</summary>
internal static class AddressBits
{
    /// <summary>Reads an address or a block.</summary>
    /// <param name="text">For example <c>192.0.2.0/24</c> or <c>2001:db8::1</c>.</param>
    /// <param name="bits">The address; bits behind the prefix are cleared.</param>
    /// <param name="prefix">How many bits count, of 128.</param>
    public static bool TryParse(ReadOnlySpan<char> text, out UInt128 bits, out int prefix)
    {
        (bits, prefix) = (default, 128);
        var stroke = text.IndexOf('/');
        var host = stroke < 0 ? text : text[..stroke];
        // The parser of the platform takes '1' and '0x7f.1' for addresses; whoever writes a list does not mean that.
        if (!IPAddress.TryParse(host, out var address) || (address.AddressFamily == AddressFamily.InterNetwork && host.Count('.') != 3) || host.Contains('%')) return false;
        var isFourth = address.AddressFamily == AddressFamily.InterNetwork;
        if (stroke >= 0)
        {
            if (!int.TryParse(text[(stroke + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out prefix) || prefix > (isFourth ? 32 : 128)) return false;
            prefix += isFourth ? 96 : 0;
        }

        Span<byte> bytes = stackalloc byte[16];
        (isFourth ? address.MapToIPv6() : address).TryWriteBytes(bytes, out _);
        bits = System.Buffers.Binary.BinaryPrimitives.ReadUInt128BigEndian(bytes);
        bits &= prefix == 0 ? UInt128.Zero : UInt128.MaxValue << (128 - prefix);
        return true;
    }
}
