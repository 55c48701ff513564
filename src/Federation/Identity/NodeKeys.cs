using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Noroshi.Storage;

namespace Noroshi.Federation;

/// <summary>
/// The node's private keys, in <c>keys/</c> of the data folder, readable by its owner alone: one to sign with, one to open what is sealed to
/// the node, the certificate of its connections and the one that will follow it. Made at first use.
/// </summary>
internal sealed class NodeKeys : IDisposable
{
    internal const string Folder = "keys";
    private const string SigningPrefix = "node-signing-";
    private const string SealingPrefix = "node-sealing-";
    private const string LinePrefix = "node-tls-";
    private readonly Lock _turn = new();
    private readonly string _folder;
    private readonly TimeProvider _clock;
    private readonly List<(ECDsa Private, Jwk Public)> _signing = [];
    private readonly List<(ECDiffieHellman Private, Jwk Public)> _sealing = [];
    private readonly List<X509Certificate2> _lines = [];

    public NodeKeys(NodeOptions options, TimeProvider clock)
    {
        _clock = clock;
        _folder = Path.Combine(options.DataDirectory, Folder);
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(_folder);
        else Directory.CreateDirectory(_folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        for (var number = 1; number == 1 || File.Exists(FileOf(SigningPrefix, number)); number++) _signing.Add(LoadSigning(number));
        for (var number = 1; number == 1 || File.Exists(FileOf(SealingPrefix, number)); number++) _sealing.Add(LoadSealing(number));
        for (var number = 1; number <= 2 || File.Exists(FileOf(LinePrefix, number)); number++) _lines.Add(LoadCertificate(number));
    }

    /// <summary>The key that signs now: the newest.</summary>
    internal ECDsa Signing => _signing[^1].Private;

    internal Jwk SigningKey => _signing[^1].Public;

    /// <summary>Every signing key the node ever had, oldest first; the first gives the node its id.</summary>
    internal IReadOnlyList<(ECDsa Private, Jwk Public)> SigningHistory => [.. _signing];

    internal Jwk SealingKey => _sealing[^1].Public;

    /// <summary>The certificate of connections, in both directions; peers pin its public key.</summary>
    internal X509Certificate2 Certificate => _lines[^2];

    /// <summary>
    /// The pins of the certificate and of the one that follows it at the next renewal: peers know that one before it is shown, so that no connection
    /// breaks over it.
    /// </summary>
    internal IReadOnlyList<string> Pins => [PinOf(_lines[^2]), PinOf(_lines[^1])];

    /// <summary>The pin of a certificate: base64 of SHA-256 over its public key (SPKI), as in RFC 7469.</summary>
    internal static string PinOf(X509Certificate2 certificate) =>
        Convert.ToBase64String(SHA256.HashData(certificate.PublicKey.ExportSubjectPublicKeyInfo()));

    /// <summary>The private key of that id, also an older one: messages under way were sealed to it.</summary>
    internal ECDiffieHellman? SealingOf(string kid) => _sealing.Find(key => key.Public.Kid == kid).Private;

    /// <summary>
    /// Makes new keys to sign and to seal with, and takes the next certificate into use; the old keys stay, for what is under way and to prove the
    /// succession.
    /// </summary>
    internal void Renew()
    {
        lock (_turn)
        {
            _sealing.Add(LoadSealing(_sealing.Count + 1));
            _signing.Add(LoadSigning(_signing.Count + 1));
            _lines.Add(LoadCertificate(_lines.Count + 1));
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _signing.ForEach(key => key.Private.Dispose());
        _sealing.ForEach(key => key.Private.Dispose());
        _lines.ForEach(certificate => certificate.Dispose());
    }

    private string FileOf(string prefix, int number) => Path.Combine(_folder, FormattableString.Invariant($"{prefix}{number}.pem"));

    private (ECDsa, Jwk) LoadSigning(int number)
    {
        var key = Load(SigningPrefix, number, () => ECDsa.Create(ECCurve.NamedCurves.nistP256), ECDsa.Create);
        return (key, Jwk.Of(key.ExportParameters(false), Jwk.ForSigning));
    }

    private (ECDiffieHellman, Jwk) LoadSealing(int number)
    {
        var key = Load(SealingPrefix, number, () => ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256), ECDiffieHellman.Create);
        return (key, Jwk.Of(key.ExportParameters(false), Jwk.ForSealing));
    }

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

    private X509Certificate2 LoadCertificate(int number)
    {
        var file = FileOf(LinePrefix, number);
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
