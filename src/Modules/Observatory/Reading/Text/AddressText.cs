using System.Runtime.CompilerServices;
using System.Text;
using Noroshi.Kernel;

namespace Noroshi.Observatory.Reading;

/// <summary>Reads addresses from bytes without making strings.</summary>
internal static class AddressText
{
    private const int LongestIPv6 = 45;

    /// <summary>Four decimal octets without leading zeros (which some read as octal), or an IPv6 address without scope.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryRead(ReadOnlySpan<byte> text, out NetworkAddress address)
    {
        if (TryReadIPv4(text, out var value))
        {
            address = NetworkAddress.FromIPv4(value);
            return true;
        }

        return TryReadIPv6(text, out address);
    }

    /// <summary>As <see cref="TryRead(ReadOnlySpan{byte}, out NetworkAddress)"/>, of a part of a line: what stands behind may be loaded, too, which is quicker.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryRead(ReadOnlySpan<byte> line, int start, int end, out NetworkAddress address)
    {
        if (DottedQuad.CanRead(line, start) && end - start is >= 7 and <= 15)
        {
            if (DottedQuad.TryRead(line, start, end - start, out var value))
            {
                address = NetworkAddress.FromIPv4(value);
                return true;
            }

            return TryReadIPv6(line[start..end], out address);
        }

        return TryRead(line[start..end], out address);
    }

    public static bool TryReadIPv4(ReadOnlySpan<byte> text, out uint value)
    {
        value = 0;
        if (text.Length is < 7 or > 15) return false;
        uint octet = 0;
        int digits = 0, dots = 0;
        foreach (var c in text)
        {
            var digit = (uint)(c - '0');
            if (digit <= 9)
            {
                if (digits > 0 && octet == 0) return false;
                octet = (octet * 10) + digit;
                digits++;
                if (octet > 255) return false;
            }
            else
            {
                if (c != '.' || digits == 0 || ++dots > 3) return false;
                value = (value << 8) | octet;
                octet = 0;
                digits = 0;
            }
        }

        value = (value << 8) | octet;
        return dots == 3 && digits > 0;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static bool TryReadIPv6(ReadOnlySpan<byte> text, out NetworkAddress address)
    {
        address = default;
        if (text.Length is < 2 or > LongestIPv6 || !text.Contains((byte)':')) return false;
        Span<char> chars = stackalloc char[LongestIPv6];
        if (!Ascii.IsValid(text)) return false;
        Ascii.ToUtf16(text, chars, out var length);
        return NetworkAddress.TryParse(chars[..length], out address);
    }
}
