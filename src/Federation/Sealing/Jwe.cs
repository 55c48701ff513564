using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.IdentityModel.Tokens;

namespace Noroshi.Federation;

/// <summary>
/// Compact JWE (RFC 7516) with ECDH-ES (RFC 7518, 4.6) and A256GCM: only the receiving node opens it, whatever stands between. Our own
/// because the token library offers no AES-GCM for encryption; the primitives are the platform's.
/// </summary>
internal static class Jwe
{
    private const int TagBytes = 16;
    private const int NonceBytes = 12;
    private const int MostKeysKept = 256;
    private static readonly ConcurrentDictionary<(string X, string Y), ECDiffieHellmanPublicKey> Receivers = new();

    /// <summary>Encrypts a signed statement to the holder of the key.</summary>
    internal static string Seal(string text, Jwk to)
    {
        using var ephemeral = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
        var receiver = Receiver(to);
        var point = Jwk.Of(ephemeral.ExportParameters(false), Jwk.ForSealing);
        var header = JsonSerializer.Serialize(new
        {
            alg = "ECDH-ES",
            enc = "A256GCM",
            kid = to.Kid,
            cty = "JWT",
            epk = new { kty = "EC", crv = "P-256", x = point.X, y = point.Y },
        });
        var encodedHeader = Base64UrlEncoder.Encode(header);
        var key = Derive(ephemeral.DeriveRawSecretAgreement(receiver), "A256GCM", [], [], 32);
        var plain = Encoding.ASCII.GetBytes(text);
        var nonce = RandomNumberGenerator.GetBytes(NonceBytes);
        var cipher = new byte[plain.Length];
        var tag = new byte[TagBytes];
        using (var aes = new AesGcm(key, TagBytes)) aes.Encrypt(nonce, plain, cipher, tag, Encoding.ASCII.GetBytes(encodedHeader));
        CryptographicOperations.ZeroMemory(key);
        return string.Join('.', encodedHeader, string.Empty, Base64UrlEncoder.Encode(nonce), Base64UrlEncoder.Encode(cipher), Base64UrlEncoder.Encode(tag));
    }

    /// <summary>Opens it with one of the node's keys, found by the key id in the header.</summary>
    /// <exception cref="SealException">Malformed, for another key, or altered.</exception>
    internal static string Open(string compact, Func<string, ECDiffieHellman?> keyOf)
    {
        var parts = compact.Split('.');
        if (parts.Length != 5 || parts[1].Length != 0) throw new SealException("Not a compact JWE with direct key agreement: it has not five parts with an empty second.");
        try
        {
            var (kid, point) = ReadHeader(Base64UrlEncoder.Decode(parts[0]));
            var own = keyOf(kid) ?? throw new SealException("It was sealed to a key that is not this node's.");
            using var ephemeral = ECDiffieHellman.Create(point.Parameters());
            using var theirs = ephemeral.PublicKey;
            var key = Derive(own.DeriveRawSecretAgreement(theirs), "A256GCM", [], [], 32);
            var cipher = Base64UrlEncoder.DecodeBytes(parts[3]);
            var plain = new byte[cipher.Length];
            using var aes = new AesGcm(key, TagBytes);
            aes.Decrypt(Base64UrlEncoder.DecodeBytes(parts[2]), cipher, Base64UrlEncoder.DecodeBytes(parts[4]), plain, Encoding.ASCII.GetBytes(parts[0]));
            return Encoding.ASCII.GetString(plain);
        }
        catch (Exception wrong) when (wrong is CryptographicException or FormatException or ArgumentException or JsonException or InvalidOperationException or KeyNotFoundException)
        {
            throw new SealException("It cannot be opened: malformed or altered.", wrong);
        }
    }

    /// <summary>Concat KDF with SHA-256 (NIST SP 800-56A, RFC 7518 4.6.2).</summary>
    internal static byte[] Derive(byte[] secret, string algorithm, byte[] partyU, byte[] partyV, int bytes)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var result = new byte[bytes];
        Span<byte> number = stackalloc byte[4];
        for (var (round, done) = (1, 0); done < bytes; round++)
        {
            BinaryPrimitives.WriteInt32BigEndian(number, round);
            hash.AppendData(number);
            hash.AppendData(secret);
            foreach (var field in (byte[][])[Encoding.ASCII.GetBytes(algorithm), partyU, partyV])
            {
                BinaryPrimitives.WriteInt32BigEndian(number, field.Length);
                hash.AppendData(number);
                hash.AppendData(field);
            }

            BinaryPrimitives.WriteInt32BigEndian(number, bytes * 8);
            hash.AppendData(number);
            var block = hash.GetHashAndReset();
            var take = Math.Min(block.Length, bytes - done);
            block.AsSpan(0, take).CopyTo(result.AsSpan(done));
            done += take;
        }

        CryptographicOperations.ZeroMemory(secret);
        return result;
    }

    private static ECDiffieHellmanPublicKey Receiver(Jwk key)
    {
        if (Receivers.TryGetValue((key.X, key.Y), out var known)) return known;
        if (Receivers.Count >= MostKeysKept) Receivers.Clear();
        using var read = ECDiffieHellman.Create(key.Parameters());
        return Receivers[(key.X, key.Y)] = read.PublicKey;
    }

    private static (string Kid, Jwk Point) ReadHeader(string json)
    {
        using var header = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = 4 });
        var root = header.RootElement;
        if (root.GetProperty("alg").GetString() != "ECDH-ES" || root.GetProperty("enc").GetString() != "A256GCM")
            throw new SealException("Only ECDH-ES with A256GCM is opened.");
        if (root.TryGetProperty("crit", out _) || root.TryGetProperty("zip", out _)) throw new SealException("Headers 'crit' and 'zip' are not accepted.");
        var epk = root.GetProperty("epk");
        if (epk.GetProperty("crv").GetString() != "P-256") throw new SealException("The ephemeral key is not on P-256.");
        return (root.GetProperty("kid").GetString() ?? "", new Jwk(epk.GetProperty("x").GetString() ?? "", epk.GetProperty("y").GetString() ?? "", Jwk.ForSealing));
    }
}
