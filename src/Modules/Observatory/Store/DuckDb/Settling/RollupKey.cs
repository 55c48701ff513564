using System.Runtime.CompilerServices;
using Noroshi.Observatory.Domain;

namespace Noroshi.Observatory.Store.DuckDb;

/// <summary>What a rollup cell is about: when (minutes since 1970), its facets packed in 16 bits, and what the rollup is by.</summary>
internal readonly record struct RollupKey(ulong WhenAndFacets, ulong By)
{
    internal const int MinutesPerHour = 60;
    internal const int MinutesPerDay = 1440;

    internal RollupKey(int minute, ushort facets, ulong by)
        : this(((ulong)(uint)minute << 16) | facets, by)
    {
    }

    internal int Minute => (int)(WhenAndFacets >> 16);

    internal ushort Facets => (ushort)WhenAndFacets;

    internal int Hash
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            var x = (WhenAndFacets * 0x9E3779B97F4A7C15) ^ (By * 0xC2B2AE3D27D4EB4F);
            return (int)((x ^ (x >> 29)) * 0xBF58476D1CE4E5B9 >> 33);
        }
    }

    /// <summary>Unit 3 bits, class 4, fingerprint 4, origin 2, target kind 2, research 1.</summary>
    internal static ushort Pack(in Observation row) => (ushort)(
        ((int)row.Unit << 13) | ((int)row.Class << 9) | ((int)row.Fingerprint << 5) | ((int)row.Origin << 3) | ((int)row.TargetKind << 1) | (row.Research ? 1 : 0));

    internal static (byte Unit, byte Class, byte Fingerprint, byte Origin, byte TargetKind, bool Research) Unpack(ushort facets) => (
        (byte)(facets >> 13), (byte)((facets >> 9) & 15), (byte)((facets >> 5) & 15), (byte)((facets >> 3) & 3), (byte)((facets >> 1) & 3), (facets & 1) != 0);

    /// <summary>The key of the wider bin that this one falls into.</summary>
    internal RollupKey Widen(int width) => new(Minute - (Minute % width), Facets, By);

    internal int CompareTo(in RollupKey other) =>
        WhenAndFacets >> 16 != other.WhenAndFacets >> 16 ? (WhenAndFacets >> 16).CompareTo(other.WhenAndFacets >> 16)
        : By != other.By ? By.CompareTo(other.By)
        : Facets.CompareTo(other.Facets);
}
