using System.Buffers.Binary;
using System.Text;

namespace Noroshi.Tests.Observatory.Enrichment;

/// <summary>Writes small files in MaxMind DB format for tests, in any record size, with or without pointers.</summary>
internal sealed class MmdbWriter(int version, int recordSize)
{
    private readonly List<int[]> nodes = [[0, 0]];
    private readonly List<byte> data = [];

    /// <summary>Encodes a value (string, ulong, dictionary, list) and returns its offset in the data section.</summary>
    public int Add(object value)
    {
        var offset = data.Count;
        data.AddRange(Encode(value));
        return offset;
    }

    /// <summary>Sends a prefix (as bits from the top) to a record.</summary>
    public void Put(UInt128 address, int length, int offset)
    {
        var bits = version == 6 ? 128 : 32;
        var node = 0;
        for (var depth = 0; depth < length; depth++)
        {
            var bit = (int)(address >> (bits - 1 - depth)) & 1;
            if (depth == length - 1)
            {
                nodes[node][bit] = -1 - offset;
                return;
            }

            if (nodes[node][bit] <= 0)
            {
                nodes.Add([0, 0]);
                nodes[node][bit] = nodes.Count - 1;
            }

            node = nodes[node][bit];
        }
    }

    /// <summary>Sends a prefix to the node where IPv4 starts, as published files do for 6to4.</summary>
    public void Alias(UInt128 address, int length, int depthOfIPv4 = 96)
    {
        var target = 0;
        for (var i = 0; i < depthOfIPv4; i++) target = nodes[target][0];
        var node = 0;
        for (var depth = 0; depth < length; depth++)
        {
            var bit = (int)(address >> (127 - depth)) & 1;
            if (depth == length - 1)
            {
                nodes[node][bit] = target;
                return;
            }

            if (nodes[node][bit] <= 0)
            {
                nodes.Add([0, 0]);
                nodes[node][bit] = nodes.Count - 1;
            }

            node = nodes[node][bit];
        }
    }

    public byte[] ToArray(string type = "Test-Country")
    {
        using var file = new MemoryStream();
        foreach (var node in nodes) file.Write(Node(Resolve(node[0]), Resolve(node[1])));
        file.Write(new byte[16]);
        file.Write([.. data]);
        file.Write([0xAB, 0xCD, 0xEF, .. "MaxMind.com"u8]);
        file.Write(Encode(new Dictionary<string, object>
        {
            ["binary_format_major_version"] = 2ul,
            ["binary_format_minor_version"] = 0ul,
            ["build_epoch"] = 1_772_323_200ul,
            ["database_type"] = type,
            ["ip_version"] = (ulong)version,
            ["languages"] = new List<object> { "en", "ja" },
            ["node_count"] = (ulong)nodes.Count,
            ["record_size"] = (ulong)recordSize,
        }));
        return file.ToArray();
    }

    public static byte[] Encode(object value)
    {
        using var to = new MemoryStream();
        switch (value)
        {
            case string text:
                var bytes = Encoding.UTF8.GetBytes(text);
                to.Write(Control(2, bytes.Length));
                to.Write(bytes);
                break;
            case ulong number:
                var raw = new byte[8];
                BinaryPrimitives.WriteUInt64BigEndian(raw, number);
                var kept = raw.SkipWhile(part => part == 0).ToArray();
                to.Write(Control(9, kept.Length));
                to.Write(kept);
                break;
            case Dictionary<string, object> map:
                to.Write(Control(7, map.Count));
                foreach (var (key, content) in map)
                {
                    to.Write(Encode(key));
                    to.Write(Encode(content));
                }

                break;
            case List<object> list:
                to.Write(Control(11, list.Count));
                foreach (var item in list) to.Write(Encode(item));
                break;
            case Pointer pointer:
                to.Write(pointer.Bytes());
                break;
            default:
                throw new ArgumentException(value.GetType().Name);
        }

        return to.ToArray();
    }

    private static byte[] Control(int type, int size)
    {
        var (low, more) = size switch
        {
            < 29 => (size, Array.Empty<byte>()),
            < 285 => (29, [(byte)(size - 29)]),
            _ => (30, [(byte)((size - 285) >> 8), (byte)(size - 285)]),
        };
        return type <= 7 ? [(byte)((type << 5) | low), .. more] : [(byte)low, (byte)(type - 7), .. more];
    }

    private int Resolve(int record) => record == 0 ? nodes.Count : record > 0 ? record : nodes.Count + 16 + (-1 - record);

    private byte[] Node(int left, int right) => recordSize switch
    {
        24 => [(byte)(left >> 16), (byte)(left >> 8), (byte)left, (byte)(right >> 16), (byte)(right >> 8), (byte)right],
        28 => [(byte)(left >> 16), (byte)(left >> 8), (byte)left, (byte)(((left >> 24) << 4) | (right >> 24)), (byte)(right >> 16), (byte)(right >> 8), (byte)right],
        _ => [(byte)(left >> 24), (byte)(left >> 16), (byte)(left >> 8), (byte)left, (byte)(right >> 24), (byte)(right >> 16), (byte)(right >> 8), (byte)right],
    };

    /// <summary>A pointer to an offset of the data section, in the given width (1 to 4 bytes).</summary>
    internal sealed record Pointer(int Offset, int Width)
    {
        public byte[] Bytes()
        {
            var value = Offset - (Width == 2 ? 2048 : Width == 3 ? 526_336 : 0);
            var control = (byte)(0x20 | ((Width - 1) << 3) | (Width < 4 ? (value >> (8 * Width)) & 7 : 0));
            return [control, .. Enumerable.Range(0, Width).Select(i => (byte)(value >> (8 * (Width - 1 - i))))];
        }
    }
}
