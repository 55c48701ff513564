using System.Buffers;
using System.Buffers.Text;
using System.Net;
using System.Text;

namespace Noroshi.Stix;

/// <summary>The forms of texts that the specification asks for; each answers yes or no for UTF-8.</summary>
internal static class Formats
{
    private static readonly SearchValues<byte> _nameBytes = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789_"u8);
    private static readonly SearchValues<byte> _typeBytes = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-"u8);
    private static readonly SearchValues<byte> _keyBytes = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-"u8);
    private static readonly SearchValues<byte> _hexBytes = SearchValues.Create("0123456789abcdefABCDEF"u8);
    private static readonly SearchValues<byte> _lowerHexAndColon = SearchValues.Create("0123456789abcdef:"u8);
    private static readonly SearchValues<byte> _schemeBytes = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+.-"u8);
    private static readonly SearchValues<byte> _notInUri = SearchValues.Create("\0\u0001\u0002\u0003\u0004\u0005\u0006\a\b\t\n\v\f\r\u000e\u000f\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001a\u001b\u001c\u001d\u001e\u001f <>\"`{}\u007f"u8);
    private static readonly SearchValues<byte> _base64 = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"u8);
    private static readonly SearchValues<byte> _notInMail = SearchValues.Create(" \t\r\n<>"u8);
    private static readonly SearchValues<byte> _mimeBytes = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789!#$&-^_.+"u8);
    private static readonly SearchValues<byte> _charsetBytes = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789()_:+-"u8);
    private static readonly SearchValues<byte> _notInDomain = SearchValues.Create(" \t\r\n/\\:@?#[]<>\"'(),;"u8);

    // Registered character sets whose names have a full stop and no preferred MIME name without one.
    private static readonly string[] _dottedCharsets = ["ANSI_X3.110-1983", "T.61-7bit", "T.61-8bit", "T.101-G2", "CSA_Z243.4-1985-1", "CSA_Z243.4-1985-2", "CSA_Z243.4-1985-gr"];

    private static readonly string[] _truncatedHives = ["HKLM", "HKCC", "HKCR", "HKCU", "HKU"];

    private static readonly string[] _mediaTypes = ["application", "audio", "font", "haptics", "image", "message", "model", "multipart", "text", "video"];

    public static bool IsPropertyName(ReadOnlySpan<byte> text) => text.Length is >= 3 and <= 250 && !text.ContainsAnyExcept(_nameBytes);

    public static bool IsTypeName(ReadOnlySpan<byte> text) =>
        text.Length is >= 3 and <= 250 && !text.ContainsAnyExcept(_typeBytes) && text[0] is >= (byte)'a' and <= (byte)'z' && text[^1] != '-' && text.IndexOf("--"u8) < 0;

    public static bool IsRelationshipName(ReadOnlySpan<byte> text) => !text.IsEmpty && !text.ContainsAnyExcept(_typeBytes);

    public static bool IsKey(ReadOnlySpan<byte> text) => text.Length is >= 1 and <= 250 && !text.ContainsAnyExcept(_keyBytes);

    public static bool IsHex(ReadOnlySpan<byte> text) => text.Length % 2 == 0 && !text.ContainsAnyExcept(_hexBytes);

    // Unused bits that are not zero are a sin of the encoder and no reason to refuse (RFC 4648, section 3.5).
    public static bool IsBase64(ReadOnlySpan<byte> text) => text.Length % 4 == 0 && !text.TrimEnd((byte)'=').ContainsAnyExcept(_base64) && text.Length - text.TrimEnd((byte)'=').Length <= 2;

    public static bool IsUri(ReadOnlySpan<byte> text)
    {
        var colon = text.IndexOf((byte)':');
        return colon > 0 && colon < text.Length - 1 && char.IsAsciiLetter((char)text[0]) && !text[..colon].ContainsAnyExcept(_schemeBytes) && !text.ContainsAny(_notInUri);
    }

    public static bool IsEmail(ReadOnlySpan<byte> text)
    {
        var at = text.LastIndexOf((byte)'@');
        return at > 0 && at < text.Length - 1 && !text.ContainsAny(_notInMail) && IsDomain(text[(at + 1)..]);
    }

    public static bool IsDomain(ReadOnlySpan<byte> text)
    {
        if (text.IsEmpty || text.Length > 1024 || text.ContainsAny(_notInDomain)) return false;
        var labels = text[^1] == '.' ? text[..^1] : text;
        foreach (var label in labels.Split((byte)'.'))
        {
            // Letters beyond ASCII (U-labels, RFC 5890) take more bytes here than on the wire.
            if (labels[label].Length is 0 or > 252) return false;
            if (Ascii.IsValid(labels[label]) && labels[label].Length > 63) return false;
        }

        return true;
    }

    public static bool IsMac(ReadOnlySpan<byte> text) =>
        text.Length == 17 && !text.ContainsAnyExcept(_lowerHexAndColon) && text[2] == ':' && text[5] == ':' && text[8] == ':' && text[11] == ':' && text[14] == ':' && text.Count((byte)':') == 5;

    public static bool IsIPv4(ReadOnlySpan<byte> text)
    {
        if (!SplitPrefix(ref text, 32)) return false;
        var octets = 0;
        foreach (var part in text.Split((byte)'.'))
        {
            var octet = text[part];
            if (++octets > 4 || octet.Length is 0 or > 3 || octet.ContainsAnyExceptInRange((byte)'0', (byte)'9') || (octet.Length > 1 && octet[0] == '0')) return false;
            if (!Utf8Parser.TryParse(octet, out int value, out _) || value > 255) return false;
        }

        return octets == 4;
    }

    public static bool IsIPv6(ReadOnlySpan<byte> text) =>
        SplitPrefix(ref text, 128) && text.Contains((byte)':') && !text.ContainsAny("%[]"u8) && IPAddress.TryParse(text, out _);

    public static bool IsMime(ReadOnlySpan<byte> text)
    {
        var slash = text.IndexOf((byte)'/');
        if (slash <= 0 || slash == text.Length - 1) return false;
        var subtype = text[(slash + 1)..];
        // Parameters such as charset may follow.
        if (subtype.IndexOf((byte)';') is var semicolon and > 0) subtype = subtype[..semicolon];
        var type = Encoding.ASCII.GetString(text[..slash]);
        return !subtype.ContainsAnyExcept(_mimeBytes) && _mediaTypes.Contains(type, StringComparer.OrdinalIgnoreCase);
    }

    public static bool IsCharset(ReadOnlySpan<byte> text) =>
        text.Length is >= 1 and <= 45 && (!text.ContainsAnyExcept(_charsetBytes) || _dottedCharsets.Contains(Encoding.ASCII.GetString(text)));

    public static bool IsProtocol(ReadOnlySpan<byte> text) => text.Length is >= 1 and <= 15 && !text.ContainsAnyExcept(_typeBytes);

    public static bool IsCpe(ReadOnlySpan<byte> text) => text.StartsWith("cpe:2.3:"u8) && text.Count((byte)':') - text.Count("\\:"u8) == 12;

    public static bool IsFullRegistryKey(ReadOnlySpan<byte> text)
    {
        foreach (var hive in _truncatedHives)
        {
            if (text.Length >= hive.Length && Ascii.EqualsIgnoreCase(text[..hive.Length], hive) && (text.Length == hive.Length || text[hive.Length] == '\\')) return false;
        }

        return true;
    }

    private static bool SplitPrefix(ref ReadOnlySpan<byte> text, int longest)
    {
        var slash = text.IndexOf((byte)'/');
        if (slash < 0) return true;
        var prefix = text[(slash + 1)..];
        text = text[..slash];
        return prefix.Length is >= 1 and <= 3 && (prefix.Length == 1 || prefix[0] != '0') && !prefix.ContainsAnyExceptInRange((byte)'0', (byte)'9')
            && Utf8Parser.TryParse(prefix, out int value, out _) && value <= longest;
    }
}
