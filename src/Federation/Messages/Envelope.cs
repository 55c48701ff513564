using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;

namespace Noroshi.Federation;

/// <summary>A message as both sides sign and keep it: a CloudEvents 1.0 event (JSON format) in a JWS.</summary>
/// <param name="Id">Unique for the sender, for ever.</param>
/// <param name="From">Node id of the sender.</param>
/// <param name="To">Node id of the receiver.</param>
/// <param name="Type">Dotted type.</param>
/// <param name="Conversation">What orders it among others.</param>
/// <param name="Sequence">Place in the conversation, from 1.</param>
/// <param name="At">When it was written, by the sender's clock.</param>
/// <param name="Marking">TLP label.</param>
/// <param name="Data">The content.</param>
internal sealed record Envelope(
    string Id, string From, string To, string Type, string Conversation, long Sequence, DateTimeOffset At, string Marking, JsonElement Data)
{
    internal const string JwsType = "noroshi-message+jws";

    /// <summary>A message's place was given up by its sender: it holds nothing and is applied by nobody.</summary>
    internal const string VoidType = "federation.void";

    /// <summary>Most bytes of a content, as JSON.</summary>
    internal const int LargestData = 2 << 20;
    private const string Source = "urn:noroshi:node:";

    internal string Sign(ECDsa key, string kid) => Jws.Sign(
        JsonSerializer.Serialize(new Dictionary<string, object>
        {
            ["specversion"] = "1.0",
            ["id"] = Id,
            ["source"] = Source + From,
            ["type"] = Type,
            ["subject"] = Conversation,
            ["time"] = At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", CultureInfo.InvariantCulture),
            ["datacontenttype"] = "application/json",
            ["noroshito"] = To,
            ["sequence"] = Sequence.ToString(CultureInfo.InvariantCulture),
            ["tlp"] = Marking,
            ["data"] = Data,
        }),
        JwsType,
        key,
        kid);

    /// <summary>The message, after its signature was checked.</summary>
    /// <exception cref="SealException">The signature does not hold, or it is not an event as this protocol writes it.</exception>
    internal static async Task<Envelope> OpenAsync(string compact, Jwk key) => Read(await Jws.VerifyAsync(compact, JwsType, key).ConfigureAwait(false));

    /// <summary>Reads what was signed; the caller has checked the signature, or signed it.</summary>
    internal static Envelope Read(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = 40 });
            var root = document.RootElement;
            var source = Text(root, "source", 100);
            if (Text(root, "specversion", 8) != "1.0") throw new SealException("It is not a CloudEvent of version 1.0.");
            if (!source.StartsWith(Source, StringComparison.Ordinal)) throw new SealException("The event's source is not a node.");
            if (!long.TryParse(Text(root, "sequence", 18), NumberStyles.None, CultureInfo.InvariantCulture, out var sequence) || sequence < 1) throw new SealException("The event's sequence is not a number from 1.");
            if (!DateTimeOffset.TryParse(Text(root, "time", 40), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)) throw new SealException("The event's time is not a time.");
            var data = root.GetProperty("data");
            if (data.ValueKind != JsonValueKind.Object) throw new SealException("The event's data is not a JSON object.");
            return new Envelope(
                Text(root, "id", 64), source[Source.Length..], Text(root, "noroshito", 64), Text(root, "type", 60), Text(root, "subject", 100), sequence, at.ToUniversalTime(), Text(root, "tlp", 20), data.Clone());
        }
        catch (Exception malformed) when (malformed is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new SealException("It is not an event as this protocol writes it.", malformed);
        }
    }

    private static string Text(JsonElement root, string name, int longest)
    {
        var text = root.GetProperty(name).GetString();
        return text is { Length: > 0 } && text.Length <= longest && !text.Any(char.IsControl) ? text : throw new SealException($"The event's '{name}' is missing, too long, or holds control characters.");
    }
}
