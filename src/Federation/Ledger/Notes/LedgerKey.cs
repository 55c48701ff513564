using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Noroshi.Storage;

namespace Noroshi.Federation.Ledger;

/// <summary>The key with which the node signs its own checkpoints and cosigns those of others, and the name of its ledger.</summary>
/// <remarks>Kept in the ledger's folder, readable by the node's user alone; made when it is first needed.</remarks>
internal sealed class LedgerKey : IDisposable
{
    private const string KeyFile = "ledger-key.pem";
    private const string NameFile = "origin";
    private readonly ECDsa _key;

    private LedgerKey(ECDsa key, string origin) => (_key, Verifier) = (key, new NoteVerifier(origin, key.ExportSubjectPublicKeyInfo()));

    /// <summary>Name of the ledger: first line of its checkpoints, and name of this key.</summary>
    internal string Origin => Verifier.Name;

    /// <summary>What others verify with.</summary>
    internal NoteVerifier Verifier { get; }

    /// <summary>True when the folder has a key already.</summary>
    internal static bool IsIn(string folder) => File.Exists(Path.Combine(folder, KeyFile));

    /// <summary>Opens the key of the folder, or makes one.</summary>
    /// <param name="folder">The ledger's folder.</param>
    /// <param name="state">Two letters of the state; part of a new ledger's name.</param>
    internal static LedgerKey Open(string folder, string state)
    {
        var file = Path.Combine(folder, KeyFile);
        if (!File.Exists(file)) Make(folder, state);
        var key = ECDsa.Create();
        try
        {
            key.ImportFromPem(File.ReadAllText(file));
            return new LedgerKey(key, File.ReadAllText(Path.Combine(folder, NameFile)).TrimEnd('\n'));
        }
        catch (Exception failure) when (failure is CryptographicException or ArgumentException or FormatException or FileNotFoundException)
        {
            key.Dispose();
            throw new RefusalException($"The key of the ledger in {folder} cannot be used: {failure.Message} Restore {KeyFile} and {NameFile} from a backup.", inner: failure);
        }
    }

    /// <summary>Signs a checkpoint of one's own.</summary>
    internal SignedNote Sign(Checkpoint checkpoint)
    {
        var text = checkpoint.ToString();
        return new SignedNote(text, [new NoteSignature(Verifier.Name, Verifier.KeyId, Sign(text))]);
    }

    /// <summary>The line that says: at this time, this was the largest consistent checkpoint we knew of that ledger.</summary>
    internal NoteSignature Cosign(string text, DateTimeOffset at)
    {
        var content = new byte[sizeof(ulong)];
        BinaryPrimitives.WriteUInt64BigEndian(content, (ulong)at.ToUnixTimeSeconds());
        return new NoteSignature(Verifier.Name, Verifier.CosignatureKeyId, [.. content, .. Sign(NoteVerifier.CosignedText(text, at))]);
    }

    /// <inheritdoc/>
    public void Dispose() => _key.Dispose();

    private byte[] Sign(string text) => _key.SignData(Encoding.UTF8.GetBytes(text), HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);

    private static void Make(string folder, string state)
    {
        Directory.CreateDirectory(folder);
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var mark = Convert.ToHexStringLower(SHA256.HashData(key.ExportSubjectPublicKeyInfo()).AsSpan(0, 4));
        // The name first: a folder with a name and no key gets both anew, one with a key is complete.
        Durable.Write(Path.Combine(folder, NameFile), Encoding.UTF8.GetBytes($"noroshi/{state.ToLowerInvariant()}/{mark}\n"));
        Durable.Write(Path.Combine(folder, KeyFile), Encoding.UTF8.GetBytes(key.ExportPkcs8PrivateKeyPem() + "\n"));
        Durable.SyncFolder(folder);
    }
}
