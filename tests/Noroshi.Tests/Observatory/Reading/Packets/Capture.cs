using System.Buffers.Binary;

namespace Noroshi.Tests.Observatory.Reading.Packets;

/// <summary>Builds captures byte by byte, so that tests say what is in them.</summary>
internal static class Capture
{
    public static byte[] Pcap(int linkType, params byte[][] frames) => Pcap(linkType, false, false, frames);

    public static byte[] Pcap(int linkType, bool bigEndian, bool nanoseconds, params byte[][] frames)
    {
        using var output = new MemoryStream();
        Write(output, bigEndian, nanoseconds ? 0xA1B23C4D : 0xA1B2C3D4);
        Write16(output, bigEndian, 2);
        Write16(output, bigEndian, 4);
        Write(output, bigEndian, 0);
        Write(output, bigEndian, 0);
        Write(output, bigEndian, 65535);
        Write(output, bigEndian, (uint)linkType);
        for (var i = 0; i < frames.Length; i++)
        {
            Write(output, bigEndian, 1_700_000_000);
            Write(output, bigEndian, nanoseconds ? (uint)i * 1000 : (uint)i);
            Write(output, bigEndian, (uint)frames[i].Length);
            Write(output, bigEndian, (uint)frames[i].Length);
            output.Write(frames[i]);
        }

        return output.ToArray();
    }

    public static byte[] Ethernet(byte[] packet, params int[] vlans) => Ethernet(packet[0] >> 4 == 6 ? 0x86DD : 0x0800, packet, vlans);

    public static byte[] Ethernet(int type, byte[] payload, params int[] vlans)
    {
        var frame = new List<byte>(new byte[12]);
        for (var i = 0; i < vlans.Length; i++)
        {
            frame.AddRange(i == 0 && vlans.Length > 1 ? [0x88, 0xA8] : [(byte)0x81, (byte)0x00]);
            frame.AddRange([(byte)(vlans[i] >> 8), (byte)vlans[i]]);
        }

        frame.AddRange([(byte)(type >> 8), (byte)type]);
        frame.AddRange(payload);
        return [.. frame];
    }

    public static byte[] IPv4(byte protocol, byte[] payload, uint source = 0xF0010203, uint target = 0xC6120001, ushort identification = 1, int fragmentOffset = 0, int options = 0)
    {
        var packet = new byte[20 + options + payload.Length];
        packet[0] = (byte)(0x45 + (options / 4));
        BinaryPrimitives.WriteUInt16BigEndian(packet.AsSpan(2), (ushort)packet.Length);
        BinaryPrimitives.WriteUInt16BigEndian(packet.AsSpan(4), identification);
        BinaryPrimitives.WriteUInt16BigEndian(packet.AsSpan(6), (ushort)fragmentOffset);
        packet[8] = 64;
        packet[9] = protocol;
        BinaryPrimitives.WriteUInt32BigEndian(packet.AsSpan(12), source);
        BinaryPrimitives.WriteUInt32BigEndian(packet.AsSpan(16), target);
        payload.CopyTo(packet, 20 + options);
        return packet;
    }

    public static byte[] IPv6(byte next, byte[] payload)
    {
        var packet = new byte[40 + payload.Length];
        packet[0] = 0x60;
        BinaryPrimitives.WriteUInt16BigEndian(packet.AsSpan(4), (ushort)payload.Length);
        packet[6] = next;
        packet[7] = 64;
        System.Net.IPAddress.Parse("2001:db8::1").GetAddressBytes().CopyTo(packet, 8);
        System.Net.IPAddress.Parse("2001:db8::2").GetAddressBytes().CopyTo(packet, 24);
        payload.CopyTo(packet, 40);
        return packet;
    }

    public static byte[] Tcp(ushort source = 40000, ushort target = 23, uint sequence = 77, byte flags = 2)
    {
        var segment = new byte[20];
        BinaryPrimitives.WriteUInt16BigEndian(segment, source);
        BinaryPrimitives.WriteUInt16BigEndian(segment.AsSpan(2), target);
        BinaryPrimitives.WriteUInt32BigEndian(segment.AsSpan(4), sequence);
        segment[12] = 0x50;
        segment[13] = flags;
        return segment;
    }

    public static byte[] Udp(ushort source, ushort target)
    {
        var datagram = new byte[8];
        BinaryPrimitives.WriteUInt16BigEndian(datagram, source);
        BinaryPrimitives.WriteUInt16BigEndian(datagram.AsSpan(2), target);
        return datagram;
    }

    public static byte[] Block(bool bigEndian, uint type, byte[] body)
    {
        using var output = new MemoryStream();
        var padded = (body.Length + 3) & ~3;
        Write(output, bigEndian, type);
        Write(output, bigEndian, (uint)(12 + padded));
        output.Write(body);
        output.Write(new byte[padded - body.Length]);
        Write(output, bigEndian, (uint)(12 + padded));
        return output.ToArray();
    }

    public static byte[] Section(bool bigEndian) => Block(bigEndian, 0x0A0D0D0A, Bytes(bigEndian, 0x1A2B3C4D, bigEndian ? 0x00010000u : 0x00000001u, 0xFFFFFFFF, 0xFFFFFFFF));

    public static byte[] Interface(bool bigEndian, ushort linkType, byte? resolution = null)
    {
        using var body = new MemoryStream();
        Write16(body, bigEndian, linkType);
        Write16(body, bigEndian, 0);
        Write(body, bigEndian, 0);
        if (resolution is { } value)
        {
            Write16(body, bigEndian, 9);
            Write16(body, bigEndian, 1);
            body.Write([value, 0, 0, 0]);
            Write(body, bigEndian, 0);
        }

        return Block(bigEndian, 1, body.ToArray());
    }

    public static byte[] Enhanced(bool bigEndian, uint number, ulong stamp, byte[] frame, uint? claimed = null)
    {
        byte[] head = Bytes(bigEndian, number, (uint)(stamp >> 32), (uint)stamp, claimed ?? (uint)frame.Length, (uint)frame.Length);
        return Block(bigEndian, 6, [.. head, .. frame]);
    }

    public static byte[] Simple(bool bigEndian, byte[] frame) => Block(bigEndian, 3, [.. Bytes(bigEndian, (uint)frame.Length), .. frame]);

    public static byte[] Bytes(bool bigEndian, params uint[] values)
    {
        using var output = new MemoryStream();
        foreach (var value in values) Write(output, bigEndian, value);
        return output.ToArray();
    }

    private static void Write(MemoryStream output, bool bigEndian, uint value)
    {
        Span<byte> bytes = stackalloc byte[4];
        if (bigEndian) BinaryPrimitives.WriteUInt32BigEndian(bytes, value);
        else BinaryPrimitives.WriteUInt32LittleEndian(bytes, value);
        output.Write(bytes);
    }

    private static void Write16(MemoryStream output, bool bigEndian, ushort value)
    {
        Span<byte> bytes = stackalloc byte[2];
        if (bigEndian) BinaryPrimitives.WriteUInt16BigEndian(bytes, value);
        else BinaryPrimitives.WriteUInt16LittleEndian(bytes, value);
        output.Write(bytes);
    }
}
