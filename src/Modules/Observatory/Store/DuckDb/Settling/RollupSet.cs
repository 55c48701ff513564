using Noroshi.Observatory.Domain;

namespace Noroshi.Observatory.Store.DuckDb;

/// <summary>All rollups of a stretch of an import, built from its rows.</summary>
internal sealed class RollupSet
{
    private const long MicrosPerMinute = 60_000_000;

    internal RollupTable Overview { get; } = new();

    internal RollupTable Network { get; } = new();

    internal RollupTable Port { get; } = new();

    internal RollupTable Target { get; } = new();

    internal DaySourceTable DaySource { get; } = new();

    internal int Cells => Overview.Count + Network.Count + Port.Count + Target.Count + DaySource.Count;

    internal void Add(ReadOnlySpan<Observation> rows)
    {
        foreach (ref readonly var row in rows)
        {
            var minute = (int)(row.MinuteMicros / MicrosPerMinute);
            var hour = minute - (minute % RollupKey.MinutesPerHour);
            var today = minute - (minute % RollupKey.MinutesPerDay);
            var facets = RollupKey.Pack(row);
            var by = ((ulong)row.SourceCountry.Packed << 32) | row.Asn;
            var hash = HyperLogLog.Hash(row.Source);
            Count(ref Overview[new RollupKey(minute, facets, 0)], row, minute, hash);
            Count(ref Network[new RollupKey(hour, facets, by)], row, minute, hash);
            Count(ref Port[new RollupKey(hour, facets, ((ulong)row.Protocol << 16) | row.TargetPort)], row, minute, hash);
            Count(ref Target[new RollupKey(hour, facets, ((ulong)row.Sector << 16) | row.TargetOrganisation)], row, minute, hash);
            if (row.Class == TrafficClass.Backscatter) continue;
            ref var source = ref DaySource[new RollupKey(today, facets, by), row.Source, hash];
            source.Events += row.Events;
            source.Packets += row.Packets;
            source.Bytes += row.Bytes;
            source.First = Math.Min(source.First, minute);
            source.Last = Math.Max(source.Last, minute);
        }
    }

    private static void Count(ref RollupTable.Cell cell, in Observation row, int minute, ulong hash)
    {
        cell.Events += row.Events;
        cell.Packets += row.Packets;
        cell.Bytes += row.Bytes;
        cell.First = Math.Min(cell.First, minute);
        cell.Last = Math.Max(cell.Last, minute);
        if (row.Class != TrafficClass.Backscatter) (cell.Sketch ??= new HyperLogLog()).Add(hash);
    }
}
