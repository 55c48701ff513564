using System.Security.Cryptography;
using System.Text.Json;
using Noroshi.Kernel;

namespace Noroshi.Federation;

/// <summary>A node's description with the signatures that carry it, from the node's first key to its newest.</summary>
internal static class SignedDocument
{
    internal const string Type = "noroshi-node+jws";
    internal const string SuccessionType = "noroshi-succession+jws";
    private const int MostKeys = 64;
    private static readonly JsonSerializerOptions Json = new() { MaxDepth = 8 };

    internal static string Sign(NodeDocument document, ECDsa key) => Jws.Sign(JsonSerializer.Serialize(document, Json), Type, key, document.SigningKey.Kid);

    /// <summary>A statement by an older key that the newer one follows it.</summary>
    internal static string Succeed(string nodeId, (ECDsa Private, Jwk Public) older, Jwk newer) =>
        Jws.Sign(JsonSerializer.Serialize(new Succession(nodeId, older.Public, newer), Json), SuccessionType, older.Private, older.Public.Kid);

    /// <summary>The description, after checking that its id, its keys and its signatures belong together.</summary>
    /// <exception cref="SealException">They do not; the message says which.</exception>
    internal static async Task<NodeDocument> OpenAsync(string compact)
    {
        var claimed = Read<NodeDocument>(Jws.Payload(compact));
        Check(claimed);
        var document = Read<NodeDocument>(await Jws.VerifyAsync(compact, Type, claimed.SigningKey).ConfigureAwait(false));
        var keys = await LineageAsync(document).ConfigureAwait(false);
        if (NodeDocument.IdOf(document.State, keys[0]) != document.NodeId) throw new SealException("The node id does not follow from the node's first key.");
        return document;
    }

    /// <summary>Every signing key of the node, oldest first, as its statements of succession prove.</summary>
    internal static async Task<IReadOnlyList<Jwk>> LineageAsync(NodeDocument document)
    {
        var keys = new List<Jwk>();
        foreach (var statement in document.Successions)
        {
            var claimed = Read<Succession>(Jws.Payload(statement));
            if (keys.Count > 0 && claimed.Older.Kid != keys[^1].Kid) throw new SealException("The statements of succession do not follow on each other.");
            var step = Read<Succession>(await Jws.VerifyAsync(statement, SuccessionType, keys.Count > 0 ? keys[^1] : claimed.Older).ConfigureAwait(false));
            if (step.NodeId != document.NodeId) throw new SealException("A statement of succession is of another node.");
            if (keys.Count == 0) keys.Add(step.Older);
            keys.Add(step.Newer);
        }

        if (keys.Count == 0) keys.Add(document.SigningKey);
        if (keys[^1].Kid != document.SigningKey.Kid) throw new SealException("The newest key is not the one that the last succession names.");
        return keys;
    }

    /// <summary>
    /// The node's key that a statement names: the newest, or one before it in its lineage. Messages and receipts that were under way while keys were
    /// renewed carry the older; it proves no less, since it could sign a successor of its own.
    /// </summary>
    /// <exception cref="SealException">Not a compact JWS.</exception>
    internal static async Task<Jwk?> SignerAsync(NodeDocument document, string compact)
    {
        var kid = Jws.KeyId(compact);
        return kid == document.SigningKey.Kid ? document.SigningKey : (await LineageAsync(document).ConfigureAwait(false)).FirstOrDefault(key => key.Kid == kid);
    }

    private static void Check(NodeDocument document)
    {
        if (document.Protocol != NodeDocument.CurrentProtocol) throw new SealException($"The node speaks version {document.Protocol} of the protocol; this one speaks {NodeDocument.CurrentProtocol}.");
        if (!CountryCode.TryParse(document.State, out _)) throw new SealException("The state is not a two-letter code.");
        if (document.Keys is null || document.Keys.Count is < 2 or > 8 || document.Keys.Any(key => key is null)
            || document.Keys.Count(key => key.Use == Jwk.ForSigning) != 1 || document.Keys.Count(key => key.Use == Jwk.ForSealing) != 1)
        {
            throw new SealException("A description names exactly one key to sign and one to seal.");
        }

        if (document.Pins is null || document.Pins.Count is < 1 or > 4 || document.Pins.Any(pin => !IsPin(pin))) throw new SealException("A description has one to four pins of 32 bytes.");
        if (document.Successions is null || document.Successions.Count > MostKeys) throw new SealException("A description has at most 64 successions.");
        if (Wrong(document.NameEn) || Wrong(document.NameJa)) throw new SealException("The node's name is missing, too long, or holds control characters.");
        if (document.Url is { } url && !PeerUrl.IsValid(url)) throw new SealException("The address is not an https address without path, user or query.");
        if (document.NodeId is null or { Length: not 19 }) throw new SealException("The node id has not the form xx-0123456789abcdef.");
    }

    private static bool Wrong(string? name) => string.IsNullOrWhiteSpace(name) || name.Length > 100 || name.Any(char.IsControl);

    private static bool IsPin(string? pin)
    {
        Span<byte> bytes = stackalloc byte[64];
        return pin is { Length: 44 } && Convert.TryFromBase64String(pin, bytes, out var written) && written == 32;
    }

    private static T Read<T>(string json)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(json, Json) ?? throw new SealException("The statement is empty.");
        }
        catch (JsonException malformed)
        {
            throw new SealException("The statement is not the JSON it should be.", malformed);
        }
    }

    private sealed record Succession(string NodeId, Jwk Older, Jwk Newer);
}
