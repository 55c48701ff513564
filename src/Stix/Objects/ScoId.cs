using System.Buffers;
using System.Security.Cryptography;
using System.Text.Json;

namespace Noroshi.Stix;

/// <summary>Deterministic identifiers of cyber-observables (section 2.9): UUIDv5 over the canonical JSON of what contributes.</summary>
public static class ScoId
{
    private static readonly byte[] _namespace = Guid.Parse("00abedb4-aa42-466c-9c01-fed23315a9b7").ToByteArray(bigEndian: true);
    private static readonly string[] _hashOrder = ["MD5", "SHA-1", "SHA-256", "SHA-512"];

    /// <summary>The identifier that section 2.9 gives to an observable; null where nothing that contributes is present, so that a random one must be used.</summary>
    /// <param name="observable">An object with a <c>type</c> of the specification.</param>
    public static string? Of(JsonElement observable)
    {
        if (observable.ValueKind != JsonValueKind.Object || !observable.TryGetProperty("type"u8, out var type) || !JsonBytes.TryGetString(type, out var name)) return null;
        if (TypeTable.Find(name) is not { Category: StixCategory.CyberObservable } shape) return null;
        List<(string Name, JsonElement Value)> parts = [];
        foreach (var property in shape.Identity)
        {
            if (!observable.TryGetProperty(property, out var value)) continue;
            if (property != "hashes") parts.Add((property, value));
            else if (Preferred(value) is { } hash) parts.Add((property, hash));
        }

        return parts.Count == 0 ? null : $"{name}--{Uuid(parts):D}";
    }

    // Of several hashes one contributes, so that two observers who know different ones can still agree.
    private static JsonElement? Preferred(JsonElement hashes)
    {
        if (hashes.ValueKind != JsonValueKind.Object) return null;
        var name = Array.Find(_hashOrder, candidate => hashes.TryGetProperty(candidate, out _)) ?? hashes.EnumerateObject().Select(member => member.Name).Order(StringComparer.Ordinal).FirstOrDefault();
        if (name is null) return null;
        var output = new ArrayBufferWriter<byte>();
        CanonicalJson.WriteObject([(name, hashes.GetProperty(name))], output);
        return JsonElement.Parse(output.WrittenSpan);
    }

    // RFC 4122, section 4.3, prescribes SHA-1 here; nothing is protected by it.
    [System.Diagnostics.CodeAnalysis.SuppressMessage("Security", "CA5350", Justification = "UUIDv5 is defined with SHA-1.")]
    private static Guid Uuid(IEnumerable<(string Name, JsonElement Value)> parts)
    {
        var input = new ArrayBufferWriter<byte>(256);
        input.Write(_namespace);
        CanonicalJson.WriteObject(parts, input);
        Span<byte> hash = stackalloc byte[SHA1.HashSizeInBytes];
        SHA1.HashData(input.WrittenSpan, hash);
        hash[6] = (byte)((hash[6] & 0x0F) | 0x50);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash[..16], bigEndian: true);
    }
}
