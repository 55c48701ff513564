using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Noroshi.Storage;

namespace Noroshi.Federation;

/// <summary>
/// The node's private keys, in <c>keys/</c> of the data folder, readable by its owner alone: one to sign with, one to open what is sealed to
/// the node, and the certificate of its connections. Made at first use.
/// </summary>
internal sealed class NodeKeys : IDisposable
{
    internal const string Folder = "keys";
    private const string SigningPrefix = "node-signing-";
    private const string SealingPrefix = "node-sealing-";
    private readonly Lock _turn = new();
    private readonly string _folder;
    private readonly TimeProvider _clock;
    private readonly List<ECDsa> _signing = [];
    private readonly List<ECDiffieHellman> _sealing = [];
    private X509Certificate2? _certificate;

    public NodeKeys(NodeOptions options, TimeProvider clock)
    {
        _clock = clock;
        _folder = Path.Combine(options.DataDirectory, Folder);
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(_folder);
        else Directory.CreateDirectory(_folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        for (var number = 1; number == 1 || File.Exists(FileOf(SigningPrefix, number)); number++) _signing.Add(Load(SigningPrefix, number, () => ECDsa.Create(ECCurve.NamedCurves.nistP256), ECDsa.Create));
        for (var number = 1; number == 1 || File.Exists(FileOf(SealingPrefix, number)); number++) _sealing.Add(Load(SealingPrefix, number, () => ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256), ECDiffieHellman.Create));
    }

    /// <summary>The key that signs now: the newest.</summary>
    internal ECDsa Signing => _signing[^1];

    internal Jwk SigningKey => Jwk.Of(Signing.ExportParameters(false), Jwk.ForSigning);

    /// <summary>Every signing key the node ever had, oldest first; the first gives the node its id.</summary>
    internal IReadOnlyList<(ECDsa Private, Jwk Public)> SigningHistory => [.. _signing.Select(key => (key, Jwk.Of(key.ExportParameters(false), Jwk.ForSigning)))];

    internal Jwk SealingKey => Jwk.Of(_sealing[^1].ExportParameters(false), Jwk.ForSealing);

    /// <summary>The certificate of connections, in both directions; peers pin its public key.</summary>
    internal X509Certificate2 Certificate
    {
        get
        {
            lock (_turn) return _certificate ??= LoadCertificate();
        }
    }

    /// <summary>The pin of a certificate: base64 of SHA-256 over its public key (SPKI), as in RFC 7469.</summary>
    internal static string PinOf(X509Certificate2 certificate) =>
        Convert.ToBase64String(SHA256.HashData(certificate.PublicKey.ExportSubjectPublicKeyInfo()));

    /// <summary>The private key of that id, also an older one: messages under way were sealed to it.</summary>
    internal ECDiffieHellman? SealingOf(string kid) => _sealing.Find(key => Jwk.Of(key.ExportParameters(false), Jwk.ForSealing).Kid == kid);

    /// <summary>Makes new keys to sign and to seal with; the old ones stay, for what is under way and to prove the succession.</summary>
    internal void Renew()
    {
        lock (_turn)
        {
            _sealing.Add(Load(SealingPrefix, _sealing.Count + 1, () => ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256), ECDiffieHellman.Create));
            _signing.Add(Load(SigningPrefix, _signing.Count + 1, () => ECDsa.Create(ECCurve.NamedCurves.nistP256), ECDsa.Create));
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _signing.ForEach(key => key.Dispose());
        _sealing.ForEach(key => key.Dispose());
        _certificate?.Dispose();
    }

    private string FileOf(string prefix, int number) => Path.Combine(_folder, FormattableString.Invariant($"{prefix}{number}.pem"));

    private T Load<T>(string prefix, int number, Func<T> make, Func<T> empty)
        where T : ECAlgorithm
    {
        var file = FileOf(prefix, number);
        if (!File.Exists(file))
        {
            using var made = make();
            KeyFile.Write(file, made.ExportPkcs8PrivateKeyPem());
        }

        var key = empty();
        key.ImportFromPem(KeyFile.Read(file));
        return key;
    }

    private X509Certificate2 LoadCertificate()
    {
        var file = Path.Combine(_folder, "node-tls.pem");
        if (!File.Exists(file))
        {
            using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
            var request = new CertificateRequest("CN=noroshi-node", key, HashAlgorithmName.SHA256);
            request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, true));
            request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, true));
            request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.1"), new Oid("1.3.6.1.5.5.7.3.2")], false));
            var now = _clock.GetUtcNow();
            // Trust comes from the pin that two people compared, not from dates; clocks that are wrong must not cut the line.
            using var made = request.CreateSelfSigned(now.AddYears(-2), now.AddYears(30));
            KeyFile.Write(file, made.ExportCertificatePem() + "\n" + key.ExportPkcs8PrivateKeyPem());
        }

        var text = KeyFile.Read(file);
        using var loaded = X509Certificate2.CreateFromPem(text, text);
        return X509CertificateLoader.LoadPkcs12(loaded.Export(X509ContentType.Pkcs12), null);
    }
}
