using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using Noroshi.Kernel;
using Noroshi.Observatory.Domain;

namespace Noroshi.Observatory.Reading;

/// <summary>Makes an event of an IP packet: addresses, ports, class and marks. Reads only what was captured, whatever the header claims.</summary>
internal static class PacketDecoder
{
    private const int ExtensionLimit = 8;

    /// <summary>Decodes from the IP header on; the caller has set time and bytes.</summary>
    /// <returns>Null when an event was made, else why not.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static string? DecodeIp(ReadOnlySpan<byte> packet, ref ObservedEvent observed)
    {
        if (packet.Length >= 20 && packet[0] >> 4 == 4) return DecodeIPv4(packet, ref observed);
        return DecodeIPv6(packet, ref observed);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static string? DecodeIPv4(ReadOnlySpan<byte> packet, ref ObservedEvent observed)
    {
        var header = (packet[0] & 15) * 4;
        if (header < 20 || header > packet.Length) return "IPv4 header length is not possible";
        var source = BinaryPrimitives.ReadUInt32BigEndian(packet[12..]);
        var target = BinaryPrimitives.ReadUInt32BigEndian(packet[16..]);
        observed.Source = NetworkAddress.FromIPv4(source);
        observed.Target = NetworkAddress.FromIPv4(target);
        observed.Protocol = packet[9];
        observed.Marks = 0;
        // Only the first fragment carries the ports.
        if ((BinaryPrimitives.ReadUInt16BigEndian(packet[6..]) & 0x1FFF) != 0)
        {
            NoPorts(ref observed);
            return null;
        }

        var rest = packet[header..];
        if (observed.Protocol == 6 && rest.Length >= 14)
        {
            var ports = BinaryPrimitives.ReadUInt32BigEndian(rest);
            var sequence = BinaryPrimitives.ReadUInt32BigEndian(rest[4..]);
            var identification = BinaryPrimitives.ReadUInt16BigEndian(packet[4..]);
            observed.SourcePort = (ushort)(ports >> 16);
            observed.TargetPort = (ushort)ports;
            observed.TcpFlags = rest[13];
            var marks = 0;
            if (sequence == target) marks = 1 << (int)Fingerprint.Mirai;
            if (identification == 54321) marks |= 1 << (int)Fingerprint.ZMap;
            if (identification == (ushort)(target ^ ports ^ sequence)) marks |= 1 << (int)Fingerprint.Masscan;
            observed.Marks = (byte)marks;
            observed.Class = PacketClass.OfTcp(observed.TcpFlags);
            return null;
        }

        DecodeTransport(rest, ref observed);
        return null;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static string? DecodeIPv6(ReadOnlySpan<byte> packet, ref ObservedEvent observed)
    {
        if (packet.IsEmpty) return "packet cut before its IP header";
        if (packet[0] >> 4 == 4) return "packet cut within its IPv4 header";
        if (packet[0] >> 4 != 6) return "IP version is neither 4 nor 6";
        if (packet.Length < 40) return "packet cut within its IPv6 header";
        observed.Source = NetworkAddress.FromIPv6(packet[8..]);
        observed.Target = NetworkAddress.FromIPv6(packet[24..]);
        observed.Marks = 0;
        var next = packet[6];
        var rest = packet[40..];
        for (var i = 0; i < ExtensionLimit; i++)
        {
            if (next == 44)
            {
                if (rest.Length < 8) break;
                next = rest[0];
                var offset = BinaryPrimitives.ReadUInt16BigEndian(rest[2..]) >> 3;
                rest = rest[8..];
                if (offset == 0) continue;
                observed.Protocol = next;
                NoPorts(ref observed);
                return null;
            }

            if (next is not (0 or 43 or 60 or 51 or 135 or 139 or 140)) break;
            if (rest.Length < 2) break;
            // The authentication header counts in 4-byte words, the others in 8-byte ones.
            var length = next == 51 ? (rest[1] + 2) * 4 : (rest[1] + 1) * 8;
            next = rest[0];
            rest = length <= rest.Length ? rest[length..] : default;
        }

        observed.Protocol = next;
        if (next == 6 && rest.Length >= 14)
        {
            observed.TcpFlags = rest[13];
            observed.Class = PacketClass.OfTcp(rest[13]);
            observed.SourcePort = BinaryPrimitives.ReadUInt16BigEndian(rest);
            observed.TargetPort = BinaryPrimitives.ReadUInt16BigEndian(rest[2..]);
            return null;
        }

        DecodeTransport(rest, ref observed);
        return null;
    }

    private static void DecodeTransport(ReadOnlySpan<byte> rest, ref ObservedEvent observed)
    {
        NoPorts(ref observed);
        if (rest.Length >= 4 && ProtocolText.HasPorts(observed.Protocol))
        {
            observed.SourcePort = BinaryPrimitives.ReadUInt16BigEndian(rest);
            observed.TargetPort = BinaryPrimitives.ReadUInt16BigEndian(rest[2..]);
            if (observed.Protocol == 17) observed.Class = PacketClass.OfUdp(observed.SourcePort, observed.TargetPort);
        }
        else if (rest.Length >= 1 && observed.Protocol is 1 or 58)
        {
            observed.Class = observed.Protocol == 1 ? PacketClass.OfIcmp(rest[0]) : PacketClass.OfIcmp6(rest[0]);
        }
    }

    private static void NoPorts(ref ObservedEvent observed)
    {
        observed.SourcePort = 0;
        observed.TargetPort = 0;
        observed.TcpFlags = 0;
        observed.Class = TrafficClass.Other;
    }
}
