using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Noroshi.Storage;

namespace Noroshi.Contacts.Hotline;

/// <summary>Signs transcripts as this node (ES256). The key is made on first use and lies in the data folder, readable by its owner alone.</summary>
internal sealed class TranscriptKey : IDisposable
{
    private readonly Lazy<ECDsa> _key;

    public TranscriptKey(NodeOptions options) => _key = new(() => Load(Path.Combine(options.DataDirectory, "keys", "hotline-transcripts.pem")));

    /// <summary>The public key as JSON Web Key members.</summary>
    internal (string X, string Y) Public => _key.Value.ExportParameters(false) is var key ? (Base64Url.EncodeToString(key.Q.X), Base64Url.EncodeToString(key.Q.Y)) : default;

    /// <summary>RFC 7638 thumbprint.</summary>
    internal string Id => IdOf(Public.X, Public.Y);

    /// <summary>RFC 7638 thumbprint of the key with these members.</summary>
    internal static string IdOf(string x, string y) => Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes($$"""{"crv":"P-256","kty":"EC","x":"{{x}}","y":"{{y}}"}""")));

    /// <summary>A detached JWS (RFC 7515, appendix F) over the UTF-8 of the canonical text.</summary>
    internal string Sign(string canonical)
    {
        var header = Header(Id);
        return $"{header}..{Base64Url.EncodeToString(_key.Value.SignData(Input(header, canonical), HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation))}";
    }

    /// <summary>Whether the detached JWS is this key's over this text.</summary>
    /// <exception cref="FormatException">The key, or the JWS, is not in its one spelling.</exception>
    internal static bool Verify(string x, string y, string canonical, string jws)
    {
        var parts = jws.Split('.');
        if (parts is not [var header, "", var signature] || header != Header(IdOf(x, y))) return false;
        var input = Input(header, canonical);
        try
        {
            using var key = ECDsa.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, Q = new ECPoint { X = Decode(x), Y = Decode(y) } });
            return key.VerifyData(input, Decode(signature), HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
        }
        catch (CryptographicException)
        {
            // A point that is not on the curve signs nothing.
            return false;
        }
    }

    public void Dispose()
    {
        if (_key.IsValueCreated) _key.Value.Dispose();
    }

    private static string Header(string id) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes($$"""{"alg":"ES256","kid":"{{id}}"}"""));

    private static byte[] Decode(string text) =>
        Base64Url.DecodeFromChars(text) is var bytes && Base64Url.EncodeToString(bytes) == text ? bytes : throw new FormatException("A part of the signature is not in its one base64url spelling.");

    private static byte[] Input(string header, string canonical) => Encoding.ASCII.GetBytes(header + "." + Base64Url.EncodeToString(Encoding.UTF8.GetBytes(canonical)));

    private static ECDsa Load(string file)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        if (!File.Exists(file))
        {
            using var made = ECDsa.Create(ECCurve.NamedCurves.nistP256);
            var temporary = file + "." + Guid.NewGuid().ToString("N");
            using (var stream = new FileStream(temporary, new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite }))
            {
                stream.Write(Encoding.ASCII.GetBytes(made.ExportPkcs8PrivateKeyPem()));
                stream.Flush(flushToDisk: true);
            }

            File.Move(temporary, file, overwrite: false);
        }

        var key = ECDsa.Create();
        key.ImportFromPem(File.ReadAllText(file));
        return key;
    }
}
