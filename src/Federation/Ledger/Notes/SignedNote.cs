using System.Text;

namespace Noroshi.Federation.Ledger;

/// <summary>A text and the signatures below it, in the form of C2SP signed-note. What it says counts only after a signature was verified.</summary>
/// <param name="Text">The signed text, ending in a newline.</param>
/// <param name="Signatures">In the order of the note, each key once.</param>
internal sealed record SignedNote(string Text, IReadOnlyList<NoteSignature> Signatures)
{
    /// <summary>No note may be larger, in bytes: sixteen signatures of the longest kind fit.</summary>
    internal const int LargestBytes = 128 << 10;
    private const int MostSignatures = 32;
    private const string Separator = "\n\n";

    /// <summary>Reads a note strictly.</summary>
    /// <exception cref="FormatException">It is not a signed note; the message says why.</exception>
    internal static SignedNote Parse(string note)
    {
        if (Encoding.UTF8.GetByteCount(note) > LargestBytes) throw new FormatException($"The note is larger than {LargestBytes} bytes.");
        if (note.Any(letter => letter < ' ' && letter != '\n')) throw new FormatException("The note holds a control character.");
        if (note.EnumerateRunes().Any(rune => rune == Rune.ReplacementChar)) throw new FormatException("The note is not valid UTF-8.");
        var cut = note.LastIndexOf(Separator, StringComparison.Ordinal);
        if (cut < 1) throw new FormatException("The note has no blank line between its text and its signatures.");
        var below = note[(cut + Separator.Length)..];
        if (below.Length == 0 || below[^1] != '\n') throw new FormatException(below.Length == 0 ? "The note has no signature." : "The last line of the note does not end in a newline.");
        var lines = below[..^1].Split('\n');
        if (lines.Length > MostSignatures) throw new FormatException($"The note has more than {MostSignatures} signatures.");
        var signatures = lines.Select(NoteSignature.Parse).ToList();
        if (signatures.GroupBy(signature => (signature.Name, signature.KeyId)).FirstOrDefault(same => same.Skip(1).Any()) is { } twice)
            throw new FormatException($"The note has two signatures of the key {twice.Key.Name}+{twice.Key.KeyId:x8}.");
        return new SignedNote(note[..(cut + 1)], signatures);
    }

    /// <summary>The same note with one more signature; one by the same key is replaced.</summary>
    internal SignedNote With(NoteSignature signature) => this with
    {
        Signatures = [.. Signatures.Where(other => (other.Name, other.KeyId) != (signature.Name, signature.KeyId)), signature],
    };

    /// <summary>The note as it is sent and kept.</summary>
    public override string ToString() => $"{Text}\n{string.Concat(Signatures.Select(signature => signature + "\n"))}";
}
