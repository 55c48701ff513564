using System.Security.Cryptography;
using System.Text;

namespace Noroshi.Exchange.Misp;

/// <summary>Identifiers that are the same whenever the same thing is converted: UUIDv5 under a namespace of our own.</summary>
internal static class StableId
{
    private static readonly byte[] _namespace = Guid.Parse("5c2f6d4e-8f0b-4b0e-9d53-2f6f4d1a7c90").ToByteArray(bigEndian: true);

    /// <summary>For example <c>relationship--…</c>.</summary>
    public static string Of(string type, params ReadOnlySpan<string> parts) => Made(type, 0x50, parts);

    /// <summary>One that looks random, as STIX asks of what nothing identifies, and is still the same each time.</summary>
    public static string Drawn(string type, params ReadOnlySpan<string> parts) => Made(type, 0x40, parts);

    [System.Diagnostics.CodeAnalysis.SuppressMessage("Security", "CA5350", Justification = "UUIDv5 is defined with SHA-1; nothing is protected by it.")]
    private static string Made(string type, byte version, ReadOnlySpan<string> parts)
    {
        Span<byte> hash = stackalloc byte[SHA1.HashSizeInBytes];
        SHA1.HashData([.. _namespace, .. Encoding.UTF8.GetBytes(type + "\n" + string.Join('\n', parts))], hash);
        hash[6] = (byte)((hash[6] & 0x0F) | version);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return $"{type}--{new Guid(hash[..16], bigEndian: true):D}";
    }
}
