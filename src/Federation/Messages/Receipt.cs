using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Noroshi.Federation;

/// <summary>The receiver's signed word that it holds a message, and what became of it.</summary>
/// <param name="From">Node id of the receiver, who signs.</param>
/// <param name="To">Node id of the sender.</param>
/// <param name="MessageId">Which message.</param>
/// <param name="Digest">SHA-256 of the signed message, hexadecimal.</param>
/// <param name="Outcome"><c>applied</c> or <c>set-aside</c>.</param>
/// <param name="Reason">Why it was set aside.</param>
/// <param name="At">When, by the receiver's clock.</param>
internal sealed record Receipt(
    [property: JsonPropertyName("from")] string From,
    [property: JsonPropertyName("to")] string To,
    [property: JsonPropertyName("message")] string MessageId,
    [property: JsonPropertyName("digest")] string Digest,
    [property: JsonPropertyName("outcome")] string Outcome,
    [property: JsonPropertyName("reason"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Reason,
    [property: JsonPropertyName("at")] DateTimeOffset At)
{
    internal const string Applied = "applied";
    internal const string SetAside = "set-aside";
    private const string Type = "noroshi-receipt+jws";

    internal string Sign(ECDsa key, string kid) => Jws.Sign(JsonSerializer.Serialize(this), Type, key, kid);

    /// <exception cref="SealException">Malformed, or not signed by that key.</exception>
    internal static async Task<Receipt> OpenAsync(string compact, Jwk key)
    {
        try
        {
            return JsonSerializer.Deserialize<Receipt>(await Jws.VerifyAsync(compact, Type, key).ConfigureAwait(false)) ?? throw new SealException("The receipt is empty.");
        }
        catch (JsonException malformed)
        {
            throw new SealException("The receipt is not the JSON it should be.", malformed);
        }
    }
}
