using System.Buffers.Binary;
using Noroshi.Kernel;

namespace Noroshi.Observatory.Exercise;

/// <summary>Writes packets as a classic pcap file: microseconds, little-endian, Ethernet, with right checksums.</summary>
internal sealed class PcapWriter
{
    private const int Ethernet = 14;

    private readonly Stream to;
    private readonly byte[] frame = new byte[2048];

    public PcapWriter(Stream to)
    {
        this.to = to;
        Span<byte> header = stackalloc byte[24];
        BinaryPrimitives.WriteUInt32LittleEndian(header, 0xA1B2_C3D4);
        BinaryPrimitives.WriteUInt16LittleEndian(header[4..], 2);
        BinaryPrimitives.WriteUInt16LittleEndian(header[6..], 4);
        BinaryPrimitives.WriteUInt32LittleEndian(header[16..], 65_535);
        BinaryPrimitives.WriteUInt32LittleEndian(header[20..], 1);
        to.Write(header);
    }

    public void Write(in CapturedPacket packet)
    {
        Array.Clear(frame);
        var length = Encode(packet);
        var kept = packet.Kept == 0 ? length : Math.Min(length, packet.Kept);
        Span<byte> record = stackalloc byte[16];
        BinaryPrimitives.WriteUInt32LittleEndian(record, (uint)(packet.Time / 1_000_000));
        BinaryPrimitives.WriteUInt32LittleEndian(record[4..], (uint)(packet.Time % 1_000_000));
        BinaryPrimitives.WriteUInt32LittleEndian(record[8..], (uint)kept);
        BinaryPrimitives.WriteUInt32LittleEndian(record[12..], (uint)length);
        to.Write(record);
        to.Write(frame.AsSpan(0, kept));
    }

    private int Encode(in CapturedPacket packet)
    {
        // Locally administered addresses: no maker's number is used.
        ReadOnlySpan<byte> addresses = [0x02, 0, 0, 0, 0, 1, 0x02, 0, 0, 0, 0, 2];
        addresses.CopyTo(frame);
        var isIPv4 = packet.Source.IsIPv4;
        BinaryPrimitives.WriteUInt16BigEndian(frame.AsSpan(12), isIPv4 ? (ushort)0x0800 : (ushort)0x86DD);
        var transport = Ethernet + (isIPv4 ? 20 : 40);
        var size = Transport(packet, frame.AsSpan(transport));
        if (isIPv4) InternetHeader4(packet, frame.AsSpan(Ethernet, 20), 20 + size);
        else InternetHeader6(packet, frame.AsSpan(Ethernet, 40), size);
        Checksum(packet, frame.AsSpan(transport, size), isIPv4);
        return transport + size;
    }

    private static int Transport(in CapturedPacket packet, Span<byte> to)
    {
        switch (packet.Protocol)
        {
            case 6:
                BinaryPrimitives.WriteUInt16BigEndian(to, packet.SourcePort);
                BinaryPrimitives.WriteUInt16BigEndian(to[2..], packet.TargetPort);
                BinaryPrimitives.WriteUInt32BigEndian(to[4..], packet.Sequence);
                to[12] = 0x50;
                to[13] = packet.TcpFlags;
                BinaryPrimitives.WriteUInt16BigEndian(to[14..], 14_600);
                return 20 + packet.Payload;
            case 17:
                BinaryPrimitives.WriteUInt16BigEndian(to, packet.SourcePort);
                BinaryPrimitives.WriteUInt16BigEndian(to[2..], packet.TargetPort);
                BinaryPrimitives.WriteUInt16BigEndian(to[4..], (ushort)(8 + packet.Payload));
                return 8 + packet.Payload;
            default:
                to[0] = (byte)packet.SourcePort;
                to[1] = (byte)packet.TargetPort;
                BinaryPrimitives.WriteUInt32BigEndian(to[4..], packet.Sequence);
                return 8 + packet.Payload;
        }
    }

    private static void InternetHeader4(in CapturedPacket packet, Span<byte> to, int length)
    {
        to[0] = 0x45;
        BinaryPrimitives.WriteUInt16BigEndian(to[2..], (ushort)length);
        BinaryPrimitives.WriteUInt16BigEndian(to[4..], packet.IpId);
        to[8] = packet.TimeToLive;
        to[9] = packet.Protocol;
        BinaryPrimitives.WriteUInt32BigEndian(to[12..], packet.Source.IPv4);
        BinaryPrimitives.WriteUInt32BigEndian(to[16..], packet.Target.IPv4);
        BinaryPrimitives.WriteUInt16BigEndian(to[10..], Fold(Sum(to, 0)));
    }

    private static void InternetHeader6(in CapturedPacket packet, Span<byte> to, int length)
    {
        to[0] = 0x60;
        BinaryPrimitives.WriteUInt16BigEndian(to[4..], (ushort)length);
        to[6] = packet.Protocol;
        to[7] = packet.TimeToLive;
        WriteIPv6(to[8..], packet.Source);
        WriteIPv6(to[24..], packet.Target);
    }

    private static void Checksum(in CapturedPacket packet, Span<byte> segment, bool isIPv4)
    {
        var sum = 0u;
        if (packet.Protocol != 1)
        {
            Span<byte> pseudo = stackalloc byte[40];
            pseudo.Clear();
            var at = isIPv4 ? 8 : 32;
            if (isIPv4)
            {
                BinaryPrimitives.WriteUInt32BigEndian(pseudo, packet.Source.IPv4);
                BinaryPrimitives.WriteUInt32BigEndian(pseudo[4..], packet.Target.IPv4);
            }
            else
            {
                WriteIPv6(pseudo, packet.Source);
                WriteIPv6(pseudo[16..], packet.Target);
            }

            BinaryPrimitives.WriteUInt16BigEndian(pseudo[at..], packet.Protocol);
            BinaryPrimitives.WriteUInt16BigEndian(pseudo[(at + 2)..], (ushort)segment.Length);
            sum = Sum(pseudo, 0);
        }

        var place = packet.Protocol switch { 6 => 16, 17 => 6, _ => 2 };
        BinaryPrimitives.WriteUInt16BigEndian(segment[place..], Fold(Sum(segment, sum)));
    }

    private static void WriteIPv6(Span<byte> to, NetworkAddress address)
    {
        BinaryPrimitives.WriteUInt64BigEndian(to, address.High);
        BinaryPrimitives.WriteUInt64BigEndian(to[8..], address.Low);
    }

    private static uint Sum(ReadOnlySpan<byte> bytes, uint sum)
    {
        for (var i = 0; i + 1 < bytes.Length; i += 2) sum += BinaryPrimitives.ReadUInt16BigEndian(bytes[i..]);
        return (bytes.Length & 1) == 0 ? sum : sum + ((uint)bytes[^1] << 8);
    }

    private static ushort Fold(uint sum)
    {
        while (sum > 0xFFFF) sum = (sum & 0xFFFF) + (sum >> 16);
        return (ushort)~sum;
    }
}
