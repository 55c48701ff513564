using System.Buffers.Binary;
using System.Text;

namespace Noroshi.Federation.Ledger;

/// <summary>A line below a signed note: whose key signed, and the signature.</summary>
/// <param name="Name">Name of the key.</param>
/// <param name="KeyId">Short identifier of the key; tells keys apart, proves nothing.</param>
/// <param name="Content">The signature, in the form of the key's type.</param>
internal sealed record NoteSignature(string Name, uint KeyId, byte[] Content)
{
    private const string Mark = "— ";

    /// <exception cref="FormatException">It is not a signature line; the message says why.</exception>
    internal static NoteSignature Parse(string line)
    {
        if (!line.StartsWith(Mark, StringComparison.Ordinal)) throw new FormatException("A line below the note does not begin with '— '.");
        var parts = line[Mark.Length..].Split(' ');
        if (parts.Length != 2 || !IsName(parts[0])) throw new FormatException("A signature line is not '— name signature'.");
        var bytes = Decode(parts[1]) ?? throw new FormatException($"The signature of {parts[0]} is not base64.");
        if (bytes.Length <= sizeof(uint)) throw new FormatException($"The signature of {parts[0]} is too short.");
        return new NoteSignature(parts[0], BinaryPrimitives.ReadUInt32BigEndian(bytes), bytes[sizeof(uint)..]);
    }

    /// <summary>True for what may name a key: no spaces, no plus, no control characters.</summary>
    internal static bool IsName(string name) =>
        name.Length is > 0 and <= 255 && name.EnumerateRunes().All(rune => rune.Value != '+' && !Rune.IsWhiteSpace(rune) && !Rune.IsControl(rune) && rune != Rune.ReplacementChar);

    /// <summary>The bytes of base64 that is written in the one right way; null otherwise.</summary>
    internal static byte[]? Decode(string text)
    {
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var length) && Convert.ToBase64String(bytes, 0, length) == text ? bytes[..length] : null;
    }

    /// <summary>The line, without its newline.</summary>
    public override string ToString()
    {
        var bytes = new byte[sizeof(uint) + Content.Length];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, KeyId);
        Content.CopyTo(bytes, sizeof(uint));
        return $"{Mark}{Name} {Convert.ToBase64String(bytes)}";
    }
}
