using System.Buffers.Binary;

namespace Noroshi.SystemTests.Running;

/// <summary>Writes a classic pcap file of TCP SYNs, each from another address, so that little of it can be packed together.</summary>
internal static class Capture
{
    private const int Frame = 14 + 20 + 20;

    internal static void Write(string file, int packets, int seed = 1)
    {
        var random = new Random(seed);
        using var stream = new FileStream(file, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 20);
        Span<byte> header = stackalloc byte[24];
        BinaryPrimitives.WriteUInt32LittleEndian(header, 0xA1B2C3D4);
        BinaryPrimitives.WriteUInt16LittleEndian(header[4..], 2);
        BinaryPrimitives.WriteUInt16LittleEndian(header[6..], 4);
        BinaryPrimitives.WriteUInt32LittleEndian(header[16..], 65535);
        BinaryPrimitives.WriteUInt32LittleEndian(header[20..], 1);
        stream.Write(header);
        Span<byte> record = stackalloc byte[16 + Frame];
        for (var i = 0; i < packets; i++)
        {
            record.Clear();
            BinaryPrimitives.WriteUInt32LittleEndian(record, 1_772_323_200u + (uint)(i / 2000));
            BinaryPrimitives.WriteUInt32LittleEndian(record[4..], (uint)(i % 2000) * 500);
            BinaryPrimitives.WriteUInt32LittleEndian(record[8..], Frame);
            BinaryPrimitives.WriteUInt32LittleEndian(record[12..], Frame);
            var frame = record[16..];
            frame[12] = 0x08;
            var ip = frame[14..];
            ip[0] = 0x45;
            BinaryPrimitives.WriteUInt16BigEndian(ip[2..], 40);
            BinaryPrimitives.WriteUInt16BigEndian(ip[4..], (ushort)random.Next());
            ip[8] = 64;
            ip[9] = 6;
            BinaryPrimitives.WriteUInt32BigEndian(ip[12..], 0xF0000000u | ((uint)random.Next() & 0x0FFFFFFF));
            BinaryPrimitives.WriteUInt32BigEndian(ip[16..], 0xC6120000u | (ushort)random.Next());
            var tcp = ip[20..];
            BinaryPrimitives.WriteUInt16BigEndian(tcp, (ushort)random.Next());
            BinaryPrimitives.WriteUInt16BigEndian(tcp[2..], (ushort)random.Next(1, 65536));
            BinaryPrimitives.WriteUInt32BigEndian(tcp[4..], (uint)random.Next());
            tcp[12] = 0x50;
            tcp[13] = 0x02;
            stream.Write(record);
        }
    }
}
