using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace Noroshi.Observatory.Reading;

/// <summary>Finds the IP header behind a link-layer header.</summary>
internal static class LinkLayer
{
    /// <summary>Not IP: a good record of which no event is made.</summary>
    public const int NotIp = -1;

    /// <summary>The frame ends within its link-layer header.</summary>
    public const int Cut = -2;

    private const int Ethernet = 1;
    private const int TagLimit = 4;

    public static bool IsSupported(int linkType) => linkType is 0 or Ethernet or 12 or 14 or 101 or 108 or 113 or 228 or 229 or 276;

    /// <summary>Length of the link-layer header, or <see cref="NotIp"/> or <see cref="Cut"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int HeaderLength(int linkType, ReadOnlySpan<byte> frame)
    {
        if (linkType == Ethernet && frame.Length >= 14 && frame[12] == 8 && frame[13] == 0) return 14;
        return OtherHeaderLength(linkType, frame);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int OtherHeaderLength(int linkType, ReadOnlySpan<byte> frame) => linkType switch
    {
        Ethernet => AfterType(frame, 12),
        12 or 14 or 101 => frame.IsEmpty ? Cut : 0,
        228 or 229 => frame.IsEmpty ? Cut : 0,
        113 => AfterType(frame, 14),
        276 => frame.Length < 20 ? Cut : IsIp(BinaryPrimitives.ReadUInt16BigEndian(frame)) ? 20 : AfterTags(frame, BinaryPrimitives.ReadUInt16BigEndian(frame), 20),
        0 or 108 => Loopback(frame, linkType == 108),
        _ => NotIp,
    };

    private static int AfterType(ReadOnlySpan<byte> frame, int at) =>
        frame.Length < at + 2 ? Cut : AfterTags(frame, BinaryPrimitives.ReadUInt16BigEndian(frame[at..]), at + 2);

    private static int AfterTags(ReadOnlySpan<byte> frame, ushort type, int at)
    {
        for (var i = 0; i < TagLimit && type is 0x8100 or 0x88A8 or 0x9100 or 0x9200; i++)
        {
            if (frame.Length < at + 4) return Cut;
            type = BinaryPrimitives.ReadUInt16BigEndian(frame[(at + 2)..]);
            at += 4;
        }

        return IsIp(type) ? at : NotIp;
    }

    private static bool IsIp(ushort type) => type is 0x0800 or 0x86DD;

    /// <summary>BSD null writes the address family in the capturing host's order, which the file does not tell; families are small numbers.</summary>
    private static int Loopback(ReadOnlySpan<byte> frame, bool networkOrder)
    {
        if (frame.Length < 4) return Cut;
        var family = BinaryPrimitives.ReadUInt32BigEndian(frame);
        if (!networkOrder && family > 0xFFFF) family = BinaryPrimitives.ReverseEndianness(family);
        return family is 2 or 10 or 24 or 28 or 30 ? 4 : NotIp;
    }
}
