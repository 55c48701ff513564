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
    internal string Id => Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes($$"""{"crv":"P-256","kty":"EC","x":"{{Public.X}}","y":"{{Public.Y}}"}""")));

    /// <summary>A detached JWS (RFC 7515, appendix F) over the UTF-8 of the canonical text.</summary>
    internal string Sign(string canonical)
    {
        var header = Base64Url.EncodeToString(Encoding.UTF8.GetBytes($$"""{"alg":"ES256","kid":"{{Id}}"}"""));
        return $"{header}..{Base64Url.EncodeToString(_key.Value.SignData(Input(header, canonical), HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation))}";
    }

    /// <summary>Whether the detached JWS is this key's over this text.</summary>
    internal static bool Verify(string x, string y, string canonical, string jws)
    {
        var parts = jws.Split('.');
        if (parts is not [var header, "", var signature]) return false;
        using var key = ECDsa.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, Q = new ECPoint { X = Base64Url.DecodeFromChars(x), Y = Base64Url.DecodeFromChars(y) } });
        return key.VerifyData(Input(header, canonical), Base64Url.DecodeFromChars(signature), HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
    }

    public void Dispose()
    {
        if (_key.IsValueCreated) _key.Value.Dispose();
    }

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
