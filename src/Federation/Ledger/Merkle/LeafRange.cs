using System.Numerics;

namespace Noroshi.Federation.Ledger;

/// <summary>Neighbouring leaves whose common hash a proof needs: <c>D[Start:End]</c> in the words of RFC 6962.</summary>
/// <param name="Start">First leaf, from 0.</param>
/// <param name="End">The leaf after the last.</param>
internal readonly record struct LeafRange(long Start, long End)
{
    internal long Count => End - Start;

    /// <summary>The perfect subtrees it consists of, from the left: each is the <c>Index</c>-th of height <c>Height</c>.</summary>
    /// <remarks>Holds for the ranges that proofs use, which begin at a multiple of the power of two not below their length.</remarks>
    internal IEnumerable<(int Height, long Index)> Subtrees()
    {
        for (var at = Start; at < End;)
        {
            var height = BitOperations.Log2((ulong)(End - at));
            yield return (height, at >> height);
            at += 1L << height;
        }
    }

    /// <summary>The largest power of two below the count, where RFC 6962 cuts a tree in two.</summary>
    internal static long Cut(long count) => 1L << BitOperations.Log2((ulong)(count - 1));
}
