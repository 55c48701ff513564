using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Noroshi.Federation.Ledger;

/// <summary>A public key and its name, with which the signatures of a ledger and its cosignatures under others are verified.</summary>
/// <remarks>
/// ECDSA over NIST P-256 with SHA-256, signatures in DER: type 0x02 of C2SP signed-note, whose key id is that of the key alone. Cosignatures
/// carry the time as in C2SP tlog-cosignature, but with the same ECDSA key: type 0xff followed by <see cref="CosignatureType"/>.
/// </remarks>
internal sealed class NoteVerifier
{
    /// <summary>Name of our type of cosignature, after the byte 0xff.</summary>
    internal const string CosignatureType = "noroshi.cosignature-ecdsa-p256/v1";
    private const byte EcdsaType = 0x02;
    private const byte NamedType = 0xff;
    private readonly byte[] _publicKey;

    /// <param name="name">Name of the key; the origin of its ledger.</param>
    /// <param name="publicKey">SubjectPublicKeyInfo in DER.</param>
    /// <exception cref="FormatException">The name or the key cannot be used.</exception>
    internal NoteVerifier(string name, byte[] publicKey)
    {
        if (!NoteSignature.IsName(name)) throw new FormatException("The name of a key must not be empty nor hold spaces or '+'.");
        (Name, _publicKey) = (name, publicKey);
        using var key = Key();
        if (key.KeySize != 256 || !key.ExportSubjectPublicKeyInfo().AsSpan().SequenceEqual(publicKey)) throw new FormatException("The key is not an ECDSA key over P-256.");
        KeyId = Shortened(publicKey);
        CosignatureKeyId = Shortened([.. Encoding.UTF8.GetBytes($"{name}\n"), NamedType, .. Encoding.UTF8.GetBytes(CosignatureType), .. publicKey]);
    }

    /// <summary>Name of the key.</summary>
    internal string Name { get; }

    /// <summary>The public key as SubjectPublicKeyInfo in DER.</summary>
    internal byte[] PublicKey => [.. _publicKey];

    internal uint KeyId { get; }

    internal uint CosignatureKeyId { get; }

    /// <summary>Reads <c>name+id+key</c>, as <see cref="ToString"/> writes it.</summary>
    /// <exception cref="FormatException">It cannot be used; the message says why.</exception>
    internal static NoteVerifier Parse(string text)
    {
        var parts = text.Split('+', 3);
        if (parts.Length != 3) throw new FormatException("A verifier key is name+id+key.");
        if (NoteSignature.Decode(parts[2]) is not [EcdsaType, .. var publicKey]) throw new FormatException("The key is not base64 of a key of type 2 (ECDSA).");
        var verifier = new NoteVerifier(parts[0], publicKey);
        if (verifier.KeyId.ToString("x8", CultureInfo.InvariantCulture) != parts[1]) throw new FormatException("The id does not belong to the key.");
        return verifier;
    }

    /// <summary>True when the note carries this key's signature over its text.</summary>
    internal bool Signed(SignedNote note) => Find(note, KeyId) is { } signature && Verifies(note.Text, signature.Content);

    /// <summary>When this key cosigned the note; null when it did not, or the signature is wrong.</summary>
    internal DateTimeOffset? Cosigned(SignedNote note)
    {
        if (Find(note, CosignatureKeyId) is not { Content.Length: > sizeof(ulong) } signature) return null;
        var seconds = BinaryPrimitives.ReadUInt64BigEndian(signature.Content);
        if (seconds > (ulong)DateTimeOffset.MaxValue.ToUnixTimeSeconds()) return null;
        var at = DateTimeOffset.FromUnixTimeSeconds((long)seconds);
        return Verifies(CosignedText(note.Text, at), signature.Content.AsSpan(sizeof(ulong))) ? at : null;
    }

    /// <summary>What a cosigner signs: a header that no checkpoint begins with, the time, and the text of the checkpoint.</summary>
    internal static string CosignedText(string text, DateTimeOffset at) => string.Create(CultureInfo.InvariantCulture, $"cosignature/v1\ntime {at.ToUnixTimeSeconds()}\n{text}");

    /// <summary>The key as text, to be given to those who verify: name, id in hexadecimal digits, type and key in base64.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Name}+{KeyId:x8}+{Convert.ToBase64String([EcdsaType, .. _publicKey])}");

    private NoteSignature? Find(SignedNote note, uint keyId) => note.Signatures.FirstOrDefault(signature => signature.KeyId == keyId && signature.Name == Name);

    private bool Verifies(string text, ReadOnlySpan<byte> signature)
    {
        using var key = Key();
        return key.VerifyData(Encoding.UTF8.GetBytes(text), signature, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
    }

    private ECDsa Key()
    {
        var key = ECDsa.Create();
        try
        {
            key.ImportSubjectPublicKeyInfo(_publicKey, out _);
            return key;
        }
        catch (CryptographicException failure)
        {
            key.Dispose();
            throw new FormatException("The key is not a public key (SubjectPublicKeyInfo).", failure);
        }
    }

    private static uint Shortened(ReadOnlySpan<byte> content) => BinaryPrimitives.ReadUInt32BigEndian(SHA256.HashData(content));
}
