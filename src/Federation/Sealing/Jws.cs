using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Noroshi.Federation;

/// <summary>Signs and checks compact JWS (RFC 7515) with ES256, and nothing else.</summary>
internal static class Jws
{
    private const int MostKeysKept = 256;
    private static readonly CryptoProviderFactory Crypto = new() { CacheSignatureProviders = false };
    private static readonly ConditionalWeakTable<ECDsa, SigningCredentials> Signers = [];
    // To read a key in costs more than to check a signature with it, and the same few peers speak all day.
    private static readonly ConcurrentDictionary<(string X, string Y), ECDsaSecurityKey> Checkers = new();
    private static readonly JsonWebTokenHandler Handler = new() { SetDefaultTimesOnTokenCreation = false, MaximumTokenSizeInBytes = 16 << 20 };

    /// <summary>Signs a JSON object; the type keeps one kind of statement from being shown as another.</summary>
    internal static string Sign(string json, string type, ECDsa key, string kid) => Handler.CreateToken(
        json,
        Signers.GetValue(key, _ => new SigningCredentials(new ECDsaSecurityKey(key) { KeyId = kid, CryptoProviderFactory = Crypto }, SecurityAlgorithms.EcdsaSha256)),
        new Dictionary<string, object> { [JwtHeaderParameterNames.Typ] = type });

    /// <summary>The JSON object that the key signed as this type.</summary>
    /// <exception cref="SealException">Not a JWS, another type or algorithm, or the signature does not hold.</exception>
    internal static async Task<string> VerifyAsync(string compact, string type, Jwk key)
    {
        var result = await Handler.ValidateTokenAsync(compact, new TokenValidationParameters
        {
            ValidateIssuer = false,
            ValidateAudience = false,
            ValidateLifetime = false,
            RequireExpirationTime = false,
            RequireSignedTokens = true,
            TryAllIssuerSigningKeys = true,
            ValidAlgorithms = [SecurityAlgorithms.EcdsaSha256],
            ValidTypes = [type],
            IssuerSigningKey = Checker(key),
        }).ConfigureAwait(false);
        if (!result.IsValid) throw new SealException($"The signature does not hold: {result.Exception?.GetType().Name ?? "unknown"}.");
        return Payload(compact);
    }

    /// <summary>What the statement says, not yet checked: only to find out whose key to check it with.</summary>
    /// <exception cref="SealException">Not a compact JWS.</exception>
    internal static string Payload(string compact) => Part(compact, 1);

    /// <summary>The key id that the header names.</summary>
    /// <exception cref="SealException">Not a compact JWS.</exception>
    internal static string? KeyId(string compact)
    {
        try
        {
            return new JsonWebToken(compact).Kid;
        }
        catch (Exception malformed) when (malformed is ArgumentException or SecurityTokenException)
        {
            throw new SealException("Not a compact JWS.", malformed);
        }
    }

    /// <summary>SHA-256 of the signed form, hexadecimal: how both ledgers name a statement.</summary>
    internal static string Digest(string compact) => Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(compact)));

    private static string Part(string compact, int index)
    {
        var parts = compact.Split('.');
        if (parts.Length != 3) throw new SealException("Not a compact JWS: it has not three parts.");
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(Base64UrlEncoder.DecodeBytes(parts[index]));
        }
        catch (Exception malformed) when (malformed is FormatException or ArgumentException)
        {
            throw new SealException("Not a compact JWS: a part is not base64url of UTF-8.", malformed);
        }
    }

    private static ECDsaSecurityKey Checker(Jwk key)
    {
        if (Checkers.TryGetValue((key.X, key.Y), out var known)) return known;
        // Strangers show keys too; they must not fill the memory.
        if (Checkers.Count >= MostKeysKept) Checkers.Clear();
        try
        {
            return Checkers[(key.X, key.Y)] = new ECDsaSecurityKey(ECDsa.Create(key.Parameters())) { KeyId = key.Kid, CryptoProviderFactory = Crypto };
        }
        catch (CryptographicException wrong)
        {
            throw new SealException("The key is not on the curve.", wrong);
        }
    }
}
