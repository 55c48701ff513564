using System.Security.Cryptography;

namespace Noroshi.Tests.Federation.Ledger;

/// <summary>MTH, PATH and PROOF as RFC 6962, section 2.1, writes them down: recursive, over all leaves, slow, and independent of the product.</summary>
internal static class NaiveTree
{
    public static byte[] Mth(ReadOnlySpan<byte[]> leaves)
    {
        if (leaves.Length == 0) return SHA256.HashData([]);
        if (leaves.Length == 1) return SHA256.HashData([0, .. leaves[0]]);
        var k = LargestPowerBelow(leaves.Length);
        return SHA256.HashData([1, .. Mth(leaves[..k]), .. Mth(leaves[k..])]);
    }

    public static List<byte[]> Path(int m, ReadOnlySpan<byte[]> leaves)
    {
        if (leaves.Length == 1) return [];
        var k = LargestPowerBelow(leaves.Length);
        return m < k ? [.. Path(m, leaves[..k]), Mth(leaves[k..])] : [.. Path(m - k, leaves[k..]), Mth(leaves[..k])];
    }

    public static List<byte[]> Proof(int m, ReadOnlySpan<byte[]> leaves) => SubProof(m, leaves, true);

    private static List<byte[]> SubProof(int m, ReadOnlySpan<byte[]> leaves, bool complete)
    {
        if (m == leaves.Length) return complete ? [] : [Mth(leaves)];
        var k = LargestPowerBelow(leaves.Length);
        return m <= k ? [.. SubProof(m, leaves[..k], complete), Mth(leaves[k..])] : [.. SubProof(m - k, leaves[k..], false), Mth(leaves[..k])];
    }

    private static int LargestPowerBelow(int n)
    {
        var k = 1;
        while (k * 2 < n) k *= 2;
        return k;
    }
}
