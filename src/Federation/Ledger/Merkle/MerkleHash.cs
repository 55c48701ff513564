using System.Security.Cryptography;

namespace Noroshi.Federation.Ledger;

/// <summary>The hashes of RFC 6962, section 2.1: leaves and nodes begin with different bytes, so that neither passes for the other.</summary>
internal static class MerkleHash
{
    internal const int Size = SHA256.HashSizeInBytes;
    private const int ShortLeaf = 1023;

    /// <summary>The root of a tree without leaves: SHA-256 of nothing.</summary>
    internal static byte[] Empty => SHA256.HashData(ReadOnlySpan<byte>.Empty);

    /// <summary>SHA-256 of 0x00 and the leaf.</summary>
    internal static void Leaf(ReadOnlySpan<byte> leaf, Span<byte> hash)
    {
        var length = leaf.Length + 1;
        Span<byte> buffer = leaf.Length <= ShortLeaf ? stackalloc byte[ShortLeaf + 1] : new byte[length];
        buffer[0] = 0;
        leaf.CopyTo(buffer[1..]);
        SHA256.HashData(buffer[..length], hash);
    }

    /// <inheritdoc cref="Leaf(ReadOnlySpan{byte}, Span{byte})"/>
    internal static byte[] Leaf(ReadOnlySpan<byte> leaf)
    {
        var hash = new byte[Size];
        Leaf(leaf, hash);
        return hash;
    }

    /// <summary>SHA-256 of 0x01, the left and the right hash; the result may overwrite either.</summary>
    internal static void Node(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right, Span<byte> hash)
    {
        Span<byte> buffer = stackalloc byte[1 + (2 * Size)];
        buffer[0] = 1;
        left.CopyTo(buffer[1..]);
        right.CopyTo(buffer[(1 + Size)..]);
        SHA256.HashData(buffer, hash);
    }

    /// <inheritdoc cref="Node(ReadOnlySpan{byte}, ReadOnlySpan{byte}, Span{byte})"/>
    internal static byte[] Node(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right)
    {
        var hash = new byte[Size];
        Node(left, right, hash);
        return hash;
    }

    /// <summary>The root over a row of neighbouring hashes, whose number is a power of two.</summary>
    internal static byte[] Fold(ReadOnlySpan<byte> row)
    {
        if (row.Length == Size) return row.ToArray();
        Span<byte> work = new byte[row.Length / 2];
        for (var i = 0; i < work.Length; i += Size) Node(row.Slice(2 * i, Size), row.Slice((2 * i) + Size, Size), work.Slice(i, Size));
        for (var width = work.Length; width > Size; width /= 2)
        {
            for (var i = 0; i < width / 2; i += Size) Node(work.Slice(2 * i, Size), work.Slice((2 * i) + Size, Size), work.Slice(i, Size));
        }

        return work[..Size].ToArray();
    }
}
