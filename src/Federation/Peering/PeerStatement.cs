using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Noroshi.Federation;

/// <summary>What one node says of another, signed: the stuff that peering is made of.</summary>
/// <param name="From">Node id of who says it.</param>
/// <param name="To">Node id of whom it is about and to whom it is said.</param>
/// <param name="ToKey">Id of the signing key that was compared.</param>
/// <param name="Standing">What is said.</param>
/// <param name="Number">Rises with each statement to the same node, so that a late one never replaces a newer one.</param>
/// <param name="At">When, by the sender's clock.</param>
internal sealed record PeerStatement(
    [property: JsonPropertyName("from")] string From,
    [property: JsonPropertyName("to")] string To,
    [property: JsonPropertyName("to_key")] string ToKey,
    [property: JsonPropertyName("standing"), JsonConverter(typeof(JsonStringEnumConverter<Standing>))] Standing Standing,
    [property: JsonPropertyName("number")] long Number,
    [property: JsonPropertyName("at")] DateTimeOffset At)
{
    private const string Type = "noroshi-standing+jws";

    internal string Sign(ECDsa key, string kid) => Jws.Sign(JsonSerializer.Serialize(this), Type, key, kid);

    /// <exception cref="SealException">Malformed, or not signed by that key.</exception>
    internal static async Task<PeerStatement> OpenAsync(string compact, Jwk key)
    {
        try
        {
            return JsonSerializer.Deserialize<PeerStatement>(await Jws.VerifyAsync(compact, Type, key).ConfigureAwait(false)) ?? throw new SealException("The statement is empty.");
        }
        catch (JsonException malformed)
        {
            throw new SealException("The statement is not the JSON it should be.", malformed);
        }
    }
}
