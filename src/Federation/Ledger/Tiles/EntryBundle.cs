using System.Buffers.Binary;
using Noroshi.Shell.Audit;

namespace Noroshi.Federation.Ledger;

/// <summary>A bundle of entries as in C2SP tlog-tiles: up to 256 leaves, each after its length as two bytes, the higher first.</summary>
/// <remarks>Made from the acts whenever it is asked for, never kept: whoever checks bundles against tiles checks the acts themselves.</remarks>
internal static class EntryBundle
{
    /// <summary>The bundle of these leaves; null when one of them is not there.</summary>
    internal static async Task<byte[]?> ReadAsync(ActLeaves acts, long start, int width, CancellationToken cancel)
    {
        using var bundle = new MemoryStream();
        var length = new byte[sizeof(ushort)];
        var next = start;
        await foreach (var leaf in acts.StreamAsync(start, width, cancel))
        {
            if (leaf.Index != next++) return null;
            if (leaf.Content.Length > ushort.MaxValue) throw LedgerRefusedException.Leaf(leaf.Index, "its act is longer than the node ever records");
            BinaryPrimitives.WriteUInt16BigEndian(length, (ushort)leaf.Content.Length);
            bundle.Write(length);
            bundle.Write(leaf.Content);
        }

        return next == start + width ? bundle.ToArray() : null;
    }
}
