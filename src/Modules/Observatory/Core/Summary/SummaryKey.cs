using System.Runtime.CompilerServices;
using Noroshi.Observatory.Domain;

namespace Noroshi.Observatory.Core;

/// <summary>
/// What one line of the counting table stands for, in 64 bits: source (IPv4, or the number of an IPv6 address), port, protocol, unit,
/// the tool it looks like, class, and whether the source is IPv6.
/// </summary>
internal static class SummaryKey
{
    public const int SourceShift = 32;
    public const ulong IsIPv6 = 1;
    public const ulong ClassBits = 7UL << 1;
    public const ulong LooksBits = 3UL << 4;
    public const ulong UnitBits = 3UL << 6;
    public const ulong ProtocolBits = 0xFFUL << 8;
    public const ulong PortBits = 0xFFFFUL << 16;
    public const ulong SourceBits = 0xFFFF_FFFFUL << SourceShift;
    public const ulong Source24Bits = 0xFFFF_FF00UL << SourceShift;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Of(in ObservedEvent observed) =>
        ((ulong)observed.TargetPort << 16)
        | ((ulong)observed.Protocol << 8)
        | ((ulong)observed.Unit << 6)
        | ((ulong)observed.Class << 1);

    public static uint Source(ulong key) => (uint)(key >> SourceShift);

    public static byte Protocol(ulong key) => (byte)(key >> 8);

    public static ushort Port(ulong key) => (ushort)(key >> 16);

    public static CountingUnit Unit(ulong key) => (CountingUnit)((key >> 6) & 3);

    public static Fingerprint Looks(ulong key) => (Fingerprint)((key >> 4) & 3);

    public static TrafficClass Class(ulong key) => (TrafficClass)((key >> 1) & 7);

    /// <summary>The bits that these groupings need; with <paramref name="countSources"/>, the whole source besides.</summary>
    public static ulong Mask(IEnumerable<Grouping> groupings, bool countSources)
    {
        var mask = UnitBits | (countSources ? SourceBits | IsIPv6 : 0);
        foreach (var grouping in groupings)
        {
            foreach (var field in grouping.Fields) mask |= Bits(field);
        }

        return mask;
    }

    private static ulong Bits(GroupField field) => field switch
    {
        GroupField.Country or GroupField.Asn or GroupField.Source => SourceBits | IsIPv6,
        GroupField.Source24 => Source24Bits | IsIPv6,
        GroupField.Proto => ProtocolBits,
        GroupField.Port => PortBits | ProtocolBits,
        GroupField.Fingerprint => LooksBits | SourceBits | IsIPv6,
        GroupField.Class => ClassBits,
        _ => 0,
    };
}
