using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;
using Microsoft.IdentityModel.Tokens;

namespace Noroshi.Federation;

/// <summary>A public key on curve P-256 as a JSON Web Key (RFC 7517): the only kind of key that nodes use.</summary>
/// <param name="X">The point's x, base64url, 32 bytes.</param>
/// <param name="Y">The point's y, base64url, 32 bytes.</param>
/// <param name="Use"><c>sig</c> or <c>enc</c>.</param>
internal sealed record Jwk(
    [property: JsonPropertyName("x")] string X,
    [property: JsonPropertyName("y")] string Y,
    [property: JsonPropertyName("use")] string Use)
{
    internal const string ForSigning = "sig";
    internal const string ForSealing = "enc";

    [JsonPropertyName("kty")]
    public string Kty { get; init; } = "EC";

    [JsonPropertyName("crv")]
    public string Crv { get; init; } = "P-256";

    /// <summary>Thumbprint (RFC 7638): base64url of SHA-256 over the required members in lexical order.</summary>
    [JsonPropertyName("kid")]
    public string Kid => Base64UrlEncoder.Encode(SHA256.HashData(Encoding.UTF8.GetBytes($$"""{"crv":"P-256","kty":"EC","x":"{{X}}","y":"{{Y}}"}""")));

    internal static Jwk Of(ECParameters parameters, string use) =>
        new(Base64UrlEncoder.Encode(parameters.Q.X!), Base64UrlEncoder.Encode(parameters.Q.Y!), use);

    /// <summary>The point, checked to be one of the curve.</summary>
    /// <exception cref="CryptographicException">It is no point of the curve.</exception>
    internal ECParameters Parameters()
    {
        if (Kty != "EC" || Crv != "P-256") throw new CryptographicException("Only keys on curve P-256 are used.");
        byte[] x, y;
        try
        {
            (x, y) = (Base64UrlEncoder.DecodeBytes(X), Base64UrlEncoder.DecodeBytes(Y));
        }
        catch (Exception malformed) when (malformed is FormatException or ArgumentException)
        {
            throw new CryptographicException("The key's coordinates are not base64url.", malformed);
        }

        if (x.Length != 32 || y.Length != 32) throw new CryptographicException("The key's coordinates are not 32 bytes each.");
        return new ECParameters { Curve = ECCurve.NamedCurves.nistP256, Q = new ECPoint { X = x, Y = y } };
    }
}
