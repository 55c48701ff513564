using System.Buffers.Binary;

namespace Noroshi.Observatory.Reading;

/// <summary>What a pcapng interface description says: link type, snap length, and how its times are to be read.</summary>
internal readonly record struct PcapngInterface(int LinkType, uint SnapLength, byte Resolution, long OffsetSeconds)
{
    private const byte Microseconds = 6;

    public static PcapngInterface Read(ReadOnlySpan<byte> body, bool swapped)
    {
        if (body.Length < 8) return new PcapngInterface(-1, 0, Microseconds, 0);
        var linkType = swapped ? BinaryPrimitives.ReadUInt16BigEndian(body) : BinaryPrimitives.ReadUInt16LittleEndian(body);
        var snap = swapped ? BinaryPrimitives.ReadUInt32BigEndian(body[4..]) : BinaryPrimitives.ReadUInt32LittleEndian(body[4..]);
        var resolution = Microseconds;
        long offset = 0;
        var options = body[8..];
        while (options.Length >= 4)
        {
            var code = swapped ? BinaryPrimitives.ReadUInt16BigEndian(options) : BinaryPrimitives.ReadUInt16LittleEndian(options);
            var length = swapped ? BinaryPrimitives.ReadUInt16BigEndian(options[2..]) : BinaryPrimitives.ReadUInt16LittleEndian(options[2..]);
            if (code == 0 || options.Length < 4 + length) break;
            var value = options.Slice(4, length);
            if (code == 9 && length >= 1) resolution = value[0];
            if (code == 14 && length >= 8) offset = swapped ? BinaryPrimitives.ReadInt64BigEndian(value) : BinaryPrimitives.ReadInt64LittleEndian(value);
            var padded = 4 + ((length + 3) & ~3);
            if (padded > options.Length) break;
            options = options[padded..];
        }

        return new PcapngInterface(linkType, snap, resolution, offset);
    }

    /// <summary>Microseconds since 1970 of a timestamp in this interface's units; false when it is no time before the year 10000.</summary>
    public bool TryTime(ulong stamp, out long micros)
    {
        micros = 0;
        UInt128 value;
        var power = Resolution & 0x7F;
        if ((Resolution & 0x80) != 0)
        {
            value = power > 63 ? 0 : ((UInt128)stamp * 1_000_000) >> power;
        }
        else if (power <= Microseconds)
        {
            value = (UInt128)stamp * Power(Microseconds - power);
        }
        else
        {
            value = power - Microseconds > 19 ? 0 : (UInt128)stamp / Power(power - Microseconds);
        }

        var total = (Int128)value + ((Int128)OffsetSeconds * 1_000_000);
        if (total < 0 || total > TimeText.Latest) return false;
        micros = (long)total;
        return true;
    }

    private static ulong Power(int exponent)
    {
        ulong result = 1;
        for (; exponent > 0; exponent--) result *= 10;
        return result;
    }
}
