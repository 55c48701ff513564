using System.Buffers.Binary;
using Noroshi.Observatory.Domain;

namespace Noroshi.Observatory.Reading;

/// <summary>Reads pcapng: section, interface, enhanced, simple and obsolete packet blocks; other blocks are passed over.</summary>
internal static class PcapngReader
{
    private const uint SectionHeader = 0x0A0D0D0A;
    private const int LongestBlock = 16 << 20;
    private const int InterfaceLimit = 65_536;

    public static void Read<TSink>(InputWindow input, ReadTally tally, ref TSink sink)
        where TSink : struct, IEventSink
    {
        if (!input.Ensure(28) || BinaryPrimitives.ReadUInt32LittleEndian(input.Available) != SectionHeader)
        {
            throw new UnreadableInputException("The input does not begin with a whole pcapng section header (0a0d0d0a). It was cut while copying, or is of another format: leave --format out to have it detected.");
        }

        var interfaces = new List<PcapngInterface>();
        var swapped = false;
        var observed = new ObservedEvent { Unit = CountingUnit.Packet, Packets = 1 };
        while (input.Ensure(12))
        {
            var head = input.Available;
            var type = BinaryPrimitives.ReadUInt32LittleEndian(head);
            if (type == SectionHeader)
            {
                // Each section says its own byte order; interfaces are numbered anew in each.
                var order = BinaryPrimitives.ReadUInt32LittleEndian(head[8..]);
                if (order is not (0x1A2B3C4D or 0x4D3C2B1A))
                {
                    tally.RejectByte("section header without byte-order magic; the rest of the file was not read", input.Offset);
                    return;
                }

                swapped = order == 0x4D3C2B1A;
                interfaces.Clear();
            }

            if (swapped) type = BinaryPrimitives.ReverseEndianness(type);
            var length = Read32(head[4..], swapped);
            if (length < 12 || (length & 3) != 0)
            {
                tally.RejectByte("block length is not possible; the rest of the file was not read", input.Offset);
                return;
            }

            if (length > LongestBlock)
            {
                tally.RejectByte("block longer than 16 MiB", input.Offset);
                if (!input.Skip(length)) return;
                continue;
            }

            if (!input.Ensure((int)length)) break;
            var block = input.Available[..(int)length];
            if (Read32(block[^4..], swapped) != length)
            {
                tally.RejectByte("block lengths at start and end differ; the rest of the file was not read", input.Offset);
                return;
            }

            var body = block[8..^4];
            switch (type)
            {
                case 1: AddInterface(body, swapped, interfaces, input.Offset, tally); break;
                case 2 or 3 or 6: ReadPacket(type, body, swapped, interfaces, input.Offset, ref observed, tally, ref sink); break;
            }

            input.Take((int)length);
        }

        if (!input.Available.IsEmpty) tally.RejectByte("file ends within a block", input.Offset);
    }

    private static void AddInterface(ReadOnlySpan<byte> body, bool swapped, List<PcapngInterface> interfaces, long offset, ReadTally tally)
    {
        if (body.Length < 8 || interfaces.Count >= InterfaceLimit) tally.RejectByte("interface description is too short, or there are too many", offset);
        // A bad description still takes its number, else every later packet would be given to the wrong interface.
        if (interfaces.Count < InterfaceLimit) interfaces.Add(PcapngInterface.Read(body, swapped));
    }

    private static void ReadPacket<TSink>(
        uint type, ReadOnlySpan<byte> body, bool swapped, List<PcapngInterface> interfaces, long offset, ref ObservedEvent observed, ReadTally tally, ref TSink sink)
        where TSink : struct, IEventSink
    {
        var fixedLength = type == 3 ? 4 : 20;
        if (body.Length < fixedLength)
        {
            tally.RejectByte("packet block is too short", offset);
            return;
        }

        var number = type switch { 3 => 0u, 6 => Read32(body, swapped), _ => Read16(body, swapped) };
        if (number >= interfaces.Count)
        {
            tally.RejectByte("packet of an interface that was not described", offset);
            return;
        }

        var described = interfaces[(int)number];
        if (!LinkLayer.IsSupported(described.LinkType))
        {
            tally.RejectByte("packet of an interface whose link type is not read", offset);
            return;
        }

        var captured = type == 3 ? Math.Min(Read32(body, swapped), (uint)(body.Length - 4)) : Read32(body[12..], swapped);
        if (type == 3 && described.SnapLength != 0) captured = Math.Min(captured, described.SnapLength);
        if (captured > body.Length - fixedLength)
        {
            tally.RejectByte("packet length is beyond its block", offset);
            return;
        }

        observed.Bytes = Read32(type == 3 ? body : body[16..], swapped);
        // A simple packet block has no time: the packet is placed at the last time known.
        if (type != 3 && !described.TryTime(((ulong)Read32(body[4..], swapped) << 32) | Read32(body[8..], swapped), out observed.TimeMicros))
        {
            tally.RejectByte("time is out of range", offset);
            return;
        }

        var frame = body.Slice(fixedLength, (int)captured);
        var length = LinkLayer.HeaderLength(described.LinkType, frame);
        if (length < 0)
        {
            PcapReader.NoEvent(length, observed.TimeMicros, offset, tally);
            return;
        }

        var problem = PacketDecoder.DecodeIp(frame[length..], ref observed);
        if (problem is not null)
        {
            tally.RejectByte(problem, offset);
            return;
        }

        tally.Count(CountingUnit.Packet, observed.TimeMicros);
        sink.Add(in observed);
    }

    private static uint Read32(ReadOnlySpan<byte> bytes, bool swapped) =>
        swapped ? BinaryPrimitives.ReadUInt32BigEndian(bytes) : BinaryPrimitives.ReadUInt32LittleEndian(bytes);

    private static uint Read16(ReadOnlySpan<byte> bytes, bool swapped) =>
        swapped ? BinaryPrimitives.ReadUInt16BigEndian(bytes) : BinaryPrimitives.ReadUInt16LittleEndian(bytes);
}
