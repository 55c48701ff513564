using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using Noroshi.Observatory.Domain;

namespace Noroshi.Observatory.Reading;

/// <summary>Reads classic pcap: micro- or nanoseconds, either byte order.</summary>
internal static class PcapReader
{
    /// <summary>No capture tool writes longer packets; a longer one is a lying length.</summary>
    public const int LongestPacket = 262_144;

    public static void Read<TSink>(InputWindow input, ReadTally tally, ref TSink sink)
        where TSink : struct, IEventSink
    {
        var header = ReadHeader(input, out var swapped, out var nanoseconds);
        if (!LinkLayer.IsSupported(header))
        {
            throw new UnreadableInputException($"The capture has link type {header}, which is not read (Ethernet, raw IP, Linux cooked v1/v2 and BSD null are). Convert it, for example with editcap -T ether.");
        }

        // The link type is a constant to the loop that nearly every capture takes.
        if (swapped || nanoseconds || header != 1) ReadPackets(input, header, swapped, nanoseconds, tally, ref sink);
        else ReadPackets(input, 1, false, false, tally, ref sink);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void ReadPackets<TSink>(InputWindow input, int linkType, bool swapped, bool nanoseconds, ReadTally tally, ref TSink sink)
        where TSink : struct, IEventSink
    {
        var observed = new ObservedEvent { Unit = CountingUnit.Packet, Packets = 1 };
        var wanted = 16;
        while (true)
        {
            if (!input.Ensure(wanted)) break;
            wanted = ReadWindow(input, linkType, swapped, nanoseconds, ref observed, tally, ref sink);
            if (wanted == 0) return;
        }

        if (!input.Available.IsEmpty) tally.RejectByte("file ends within a packet record", input.Offset);
    }

    /// <summary>Reads the whole records in the window; returns the bytes needed to go on, 0 to stop.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int ReadWindow<TSink>(InputWindow input, int linkType, bool swapped, bool nanoseconds, ref ObservedEvent observed, ReadTally tally, ref TSink sink)
        where TSink : struct, IEventSink
    {
        var window = input.Available;
        var at = 0;
        while (window.Length - at >= 16)
        {
            var record = window.Slice(at, 16);
            var seconds = BinaryPrimitives.ReadUInt32LittleEndian(record);
            var fraction = BinaryPrimitives.ReadUInt32LittleEndian(record[4..]);
            var captured = BinaryPrimitives.ReadUInt32LittleEndian(record[8..]);
            var original = BinaryPrimitives.ReadUInt32LittleEndian(record[12..]);
            if (swapped)
            {
                seconds = BinaryPrimitives.ReverseEndianness(seconds);
                fraction = BinaryPrimitives.ReverseEndianness(fraction);
                captured = BinaryPrimitives.ReverseEndianness(captured);
                original = BinaryPrimitives.ReverseEndianness(original);
            }

            if (captured > LongestPacket)
            {
                tally.RejectByte("packet length beyond 262,144 bytes; the rest of the file was not read", input.Offset + at);
                input.Take(input.Available.Length);
                return 0;
            }

            if (window.Length - at - 16 < (int)captured)
            {
                input.Take(at);
                return 16 + (int)captured;
            }

            var frame = window.Slice(at + 16, (int)captured);
            if (nanoseconds) fraction /= 1000;
            observed.TimeMicros = (seconds * 1_000_000L) + fraction;
            observed.Bytes = original;
            var length = LinkLayer.HeaderLength(linkType, frame);
            if (length >= 0)
            {
                var problem = PacketDecoder.DecodeIp(frame[length..], ref observed);
                if (problem is null)
                {
                    tally.Count(CountingUnit.Packet, observed.TimeMicros);
                    sink.Add(in observed);
                }
                else
                {
                    tally.RejectByte(problem, input.Offset + at);
                }
            }
            else
            {
                NoEvent(length, observed.TimeMicros, input.Offset + at, tally);
            }

            at += 16 + (int)captured;
        }

        input.Take(at);
        return 16;
    }

    /// <summary>Counts a record of which no event is made.</summary>
    public static void NoEvent(int headerLength, long timeMicros, long offset, ReadTally tally)
    {
        if (headerLength == LinkLayer.Cut)
        {
            tally.RejectByte("packet cut within its link-layer header", offset);
            return;
        }

        tally.Count(CountingUnit.Packet, timeMicros);
        tally.Skip("packet that is not IP (counted, in no group)");
    }

    private static int ReadHeader(InputWindow input, out bool swapped, out bool nanoseconds)
    {
        if (!input.Ensure(24)) throw new UnreadableInputException("The capture ends within its 24-byte pcap header. It was probably cut while copying; fetch it again.");
        var header = input.Available;
        var magic = BinaryPrimitives.ReadUInt32LittleEndian(header);
        (swapped, nanoseconds) = magic switch
        {
            0xA1B2C3D4 => (false, false),
            0xA1B23C4D => (false, true),
            0xD4C3B2A1 => (true, false),
            0x4D3CB2A1 => (true, true),
            _ => throw new UnreadableInputException($"Bytes 0–3 are {magic:X8}, not a pcap magic number (a1b2c3d4 or a1b23c4d in either byte order). Leave --format out to have the format detected."),
        };
        var linkType = BinaryPrimitives.ReadUInt32LittleEndian(header[20..]);
        if (swapped) linkType = BinaryPrimitives.ReverseEndianness(linkType);
        input.Take(24);
        // The upper bits tell of frame check sequences, not of the link type.
        return (int)(linkType & 0xFFFF);
    }
}
