using System.Buffers.Binary;

namespace Noroshi.Observatory.Enrichment;

/// <summary>A file in MaxMind DB format 2: a binary tree over address bits, leaves that point into a data section, metadata at the end.</summary>
internal sealed class MmdbFile
{
    private const int LargestMetadata = 128 << 10;
    private const int Separator = 16;

    private readonly byte[] content;
    private readonly int nodeCount;
    private readonly int recordSize;
    private readonly int treeSize;
    private readonly int dataEnd;

    private MmdbFile(byte[] content, int metadataStart)
    {
        this.content = content;
        var metadata = new MmdbDecoder(content.AsSpan(metadataStart));
        var format = Number(ref metadata, "binary_format_major_version");
        var nodes = Number(ref metadata, "node_count");
        var size = Number(ref metadata, "record_size");
        var version = Number(ref metadata, "ip_version");
        if (format != 2) throw new FormatException($"format version {format} is not 2");
        if (size is not (24 or 28 or 32)) throw new FormatException($"record size {size} is not 24, 28 or 32");
        if (version is not (4 or 6)) throw new FormatException($"address version {version} is not 4 or 6");
        dataEnd = metadataStart - Marker.Length;
        if (nodes == 0 || nodes > (ulong)dataEnd / (size / 4) || ((nodes * size) / 4) + Separator > (ulong)dataEnd) throw new FormatException("the tree does not fit into the file");
        nodeCount = (int)nodes;
        recordSize = (int)size;
        treeSize = (int)(nodes * size / 4);
        IsIPv6 = version == 6;
        BuildEpoch = Number(ref metadata, "build_epoch");
        Type = metadata.TryFind(0, ["database_type"], out var type) ? metadata.Text(type) : "unnamed";
    }

    /// <summary>True when the tree is over 128 bits (and holds IPv4 below ::/96).</summary>
    public bool IsIPv6 { get; }

    /// <summary>When the data was made, seconds since 1970.</summary>
    public ulong BuildEpoch { get; }

    /// <summary>What the maker calls it.</summary>
    public string Type { get; }

    private static ReadOnlySpan<byte> Marker => [0xAB, 0xCD, 0xEF, (byte)'M', (byte)'a', (byte)'x', (byte)'M', (byte)'i', (byte)'n', (byte)'d', (byte)'.', (byte)'c', (byte)'o', (byte)'m'];

    /// <summary>Opens a file's content.</summary>
    /// <exception cref="FormatException">Not a well-formed MaxMind DB.</exception>
    public static MmdbFile Open(byte[] content)
    {
        var from = Math.Max(0, content.Length - LargestMetadata);
        var marker = content.AsSpan(from).LastIndexOf(Marker);
        return marker < 0 ? throw new FormatException("there is no MaxMind DB metadata in it") : new MmdbFile(content, from + marker + Marker.Length);
    }

    /// <summary>Decodes values of the data section.</summary>
    public MmdbDecoder Data() => new(content.AsSpan(treeSize + Separator, dataEnd - treeSize - Separator));

    /// <summary>Visits every range that has data, once, with the offset of its record in the data section.</summary>
    /// <exception cref="FormatException">The tree leads in circles or out of the file.</exception>
    public void Visit(Action<AddressRange> visit)
    {
        var bits = IsIPv6 ? 128 : 32;
        var rootOfIPv4 = IsIPv6 ? FollowZeros(96) : 0;
        var seen = new System.Collections.BitArray(nodeCount);
        var pending = new Stack<(int Node, UInt128 Prefix, int Depth)>();
        pending.Push((0, 0, 0));
        while (pending.TryPop(out var at))
        {
            // Other prefixes (6to4, Teredo, mapped) are commonly pointed at the IPv4 tree: they are the same facts again.
            if (IsIPv6 && at.Node == rootOfIPv4 && at.Depth > 0 && (at.Prefix != 0 || at.Depth != 96)) continue;
            if (seen[at.Node]) throw new FormatException("the tree leads to one node by two ways");
            seen[at.Node] = true;
            if (at.Depth == bits) throw new FormatException("the tree is deeper than an address is long");
            for (var bit = 1; bit >= 0; bit--)
            {
                var record = Record(at.Node, bit);
                var depth = at.Depth + 1;
                var prefix = at.Prefix | ((UInt128)bit << (bits - depth));
                if (record < nodeCount) pending.Push((record, prefix, depth));
                else if (record > nodeCount) Report(visit, prefix, bits - depth, record);
            }
        }
    }

    private static ulong Number(ref MmdbDecoder metadata, string key) =>
        metadata.TryFind(0, [key], out var value) ? metadata.Number(value) : throw new FormatException($"the metadata has no {key}");

    private void Report(Action<AddressRange> visit, UInt128 prefix, int hostBits, int record)
    {
        var offset = record - nodeCount - Separator;
        if (offset < 0 || offset >= dataEnd - treeSize - Separator) throw new FormatException("a leaf points outside the data");
        var last = prefix | (hostBits == 0 ? 0 : UInt128.MaxValue >> (128 - hostBits));
        if (!IsIPv6)
        {
            visit(new AddressRange(AddressValue.FirstIPv4 + prefix, AddressValue.FirstIPv4 + last, (ulong)offset));
            return;
        }

        var lowest = (UInt128)uint.MaxValue;
        if (prefix <= lowest) visit(new AddressRange(AddressValue.FirstIPv4 + prefix, AddressValue.FirstIPv4 + (last < lowest ? last : lowest), (ulong)offset));
        if (last > lowest) visit(new AddressRange(prefix, last, (ulong)offset));
    }

    private int FollowZeros(int depth)
    {
        var node = 0;
        for (var i = 0; i < depth && node < nodeCount; i++) node = Record(node, 0);
        return node;
    }

    private int Record(int node, int bit)
    {
        var at = content.AsSpan(node * (recordSize / 4), recordSize / 4);
        var value = recordSize switch
        {
            24 => (uint)((at[bit * 3] << 16) | (at[(bit * 3) + 1] << 8) | at[(bit * 3) + 2]),
            28 => (bit == 0 ? (uint)(at[3] >> 4) << 24 : (uint)(at[3] & 15) << 24)
                | (uint)((at[bit * 4] << 16) | (at[(bit * 4) + 1] << 8) | at[(bit * 4) + 2]),
            _ => BinaryPrimitives.ReadUInt32BigEndian(at[(bit * 4)..]),
        };
        return value <= int.MaxValue ? (int)value : throw new FormatException("a leaf points outside the data");
    }
}
