using System.Buffers.Text;

namespace Noroshi.Stix;

/// <summary>The two halves of an identifier, <c>type--UUID</c> (section 2.9).</summary>
internal readonly ref struct StixIdentifier
{
    private StixIdentifier(ReadOnlySpan<byte> type, int version)
    {
        Type = type;
        Version = version;
    }

    public ReadOnlySpan<byte> Type { get; }

    /// <summary>Of the UUID, 1 to 5.</summary>
    public int Version { get; }

    public static bool TryParse(ReadOnlySpan<byte> text, out StixIdentifier identifier)
    {
        identifier = default;
        if (text.Length < 39 || text[^37] != '-' || text[^38] != '-') return false;
        var uuid = text[^36..];
        // RFC 4122: the version, and the variant that it describes.
        if (!Utf8Parser.TryParse(uuid, out Guid _, out var consumed, 'D') || consumed != 36) return false;
        if (uuid[14] is < (byte)'1' or > (byte)'5' || (uuid[19] | 0x20) is not ((byte)'8' or (byte)'9' or (byte)'a' or (byte)'b')) return false;
        identifier = new StixIdentifier(text[..^38], uuid[14] - '0');
        return true;
    }
}
