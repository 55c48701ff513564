using System.Text.Json.Serialization;

namespace Noroshi.Federation;

/// <summary>What a node says of itself; signed with its newest key, served at <c>/.well-known/noroshi</c>.</summary>
/// <param name="NodeId">State and sixteen hexadecimal digits of the first signing key's thumbprint: never changes.</param>
/// <param name="State">ISO 3166-1 alpha-2 code of the state.</param>
/// <param name="NameEn">Name in English.</param>
/// <param name="NameJa">Name in Japanese.</param>
/// <param name="Protocol">Version of the protocol between nodes.</param>
/// <param name="Revision">Rises with every change, so that an older description never replaces a newer one.</param>
/// <param name="Url">Where peers reach the node; null when it only calls others.</param>
/// <param name="Keys">Its public keys.</param>
/// <param name="Pins">Pins of the certificate of its connections and of the one after it (base64 of SHA-256 over the public key).</param>
/// <param name="Successions">For every key after the first: a statement by the key before it, in order.</param>
/// <param name="Exercise">True when everything on the node is an exercise; such nodes never peer with others.</param>
/// <param name="Ledger">The name and key of its ledger; null before it has one.</param>
internal sealed record NodeDocument(
    [property: JsonPropertyName("node_id")] string NodeId,
    [property: JsonPropertyName("state")] string State,
    [property: JsonPropertyName("name_en")] string NameEn,
    [property: JsonPropertyName("name_ja")] string NameJa,
    [property: JsonPropertyName("protocol")] int Protocol,
    [property: JsonPropertyName("revision")] long Revision,
    [property: JsonPropertyName("url")] string? Url,
    [property: JsonPropertyName("keys")] IReadOnlyList<Jwk> Keys,
    [property: JsonPropertyName("pins")] IReadOnlyList<string> Pins,
    [property: JsonPropertyName("successions")] IReadOnlyList<string> Successions,
    [property: JsonPropertyName("exercise")] bool Exercise,
    [property: JsonPropertyName("ledger")] LedgerIdentity? Ledger)
{
    /// <summary>The protocol this program speaks.</summary>
    internal const int CurrentProtocol = 1;

    [JsonIgnore]
    internal Jwk SigningKey => Keys.First(key => key.Use == Jwk.ForSigning);

    [JsonIgnore]
    internal Jwk SealingKey => Keys.First(key => key.Use == Jwk.ForSealing);

    /// <summary>The id that a first signing key gives to a node of a state.</summary>
    internal static string IdOf(string state, Jwk first) =>
        state.ToLowerInvariant() + "-" + Convert.ToHexStringLower(Microsoft.IdentityModel.Tokens.Base64UrlEncoder.DecodeBytes(first.Kid).AsSpan(0, 8));
}
