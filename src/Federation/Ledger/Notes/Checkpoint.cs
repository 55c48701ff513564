using System.Globalization;

namespace Noroshi.Federation.Ledger;

/// <summary>What a ledger says of itself at one size, in the form of C2SP tlog-checkpoint: its name, how many leaves, the root over them.</summary>
/// <param name="Origin">Name of the ledger.</param>
/// <param name="Size">Number of leaves.</param>
/// <param name="Root">Root of the tree, 32 bytes.</param>
/// <param name="Extensions">Further lines, which say nothing to us.</param>
internal sealed record Checkpoint(string Origin, long Size, byte[] Root, IReadOnlyList<string> Extensions)
{
    internal Checkpoint(string origin, long size, byte[] root)
        : this(origin, size, root, [])
    {
    }

    /// <summary>The root as it stands in checkpoints.</summary>
    internal string RootText => Convert.ToBase64String(Root);

    /// <summary>Reads the text of a note strictly.</summary>
    /// <exception cref="FormatException">It is not a checkpoint; the message says why.</exception>
    internal static Checkpoint Parse(string text)
    {
        if (text.Length == 0 || text[^1] != '\n') throw new FormatException("The checkpoint does not end in a newline.");
        var lines = text[..^1].Split('\n');
        if (lines.Length < 3) throw new FormatException("The checkpoint has fewer than three lines.");
        if (lines.Any(line => line.Length == 0)) throw new FormatException("The checkpoint has an empty line.");
        if (!long.TryParse(lines[1], NumberStyles.None, CultureInfo.InvariantCulture, out var size) || size.ToString(CultureInfo.InvariantCulture) != lines[1])
            throw new FormatException("The second line of the checkpoint is not a number of leaves.");
        if (NoteSignature.Decode(lines[2]) is not { Length: MerkleHash.Size } root) throw new FormatException("The third line of the checkpoint is not a root (32 bytes in base64).");
        if (size == 0 && !root.AsSpan().SequenceEqual(MerkleHash.Empty)) throw new FormatException("The checkpoint has no leaves and yet a root over some.");
        return new Checkpoint(lines[0], size, root, lines[3..]);
    }

    /// <summary>The text to sign.</summary>
    public override string ToString() => string.Concat(new[] { Origin, Size.ToString(CultureInfo.InvariantCulture), RootText }.Concat(Extensions).Select(line => line + "\n"));
}
