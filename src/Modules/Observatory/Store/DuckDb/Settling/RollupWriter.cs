using Noroshi.DuckDb;

namespace Noroshi.Observatory.Store.DuckDb;

/// <summary>Writes rollups into their tables by blocks, within one transaction.</summary>
internal sealed class RollupWriter(DuckConnection connection, ushort sensor, uint import)
{
    private const long MicrosPerMinute = 60_000_000;

    /// <summary>Resolutions of the overview in minutes.</summary>
    private static readonly int[] Fine = [1, 5, 60, 1440];

    /// <summary>Resolutions of the other rollups in minutes; below an hour the rows themselves answer.</summary>
    private static readonly int[] Coarse = [60, 1440];

    private readonly Dictionary<int, long> _sourceRows = [];

    /// <summary>Tells how many sources a day has, once all sets are written.</summary>
    internal void WriteSourceRows()
    {
        using var statement = connection.Prepare("UPDATE held SET source_rows = ? WHERE import = ? AND day = make_timestamp(?)");
        foreach (var (day, count) in _sourceRows)
        {
            statement.Bind([count, import, day * MicrosPerMinute]);
            statement.Execute();
        }
    }

    internal void Write(RollupSet set)
    {
        Write("overview", set.Overview, Fine);
        Write("network", set.Network, Coarse);
        Write("port", set.Port, Coarse);
        Write("target", set.Target, Coarse);
        WriteDaySource(set);
    }

    /// <summary>Writes cells in the given widths, narrowest first; the cells are already in the first.</summary>
    internal void Write(string table, RollupTable cells, int[] widths)
    {
        switch (table)
        {
            case "network":
                Write(table, cells, widths, 2, static (appender, row, by) =>
                {
                    appender.Column<ushort>(9)[row] = (ushort)(by >> 32);
                    appender.Column<uint>(10)[row] = (uint)by;
                });
                break;
            case "port":
                Write(table, cells, widths, 2, static (appender, row, by) =>
                {
                    appender.Column<byte>(9)[row] = (byte)(by >> 16);
                    appender.Column<ushort>(10)[row] = (ushort)by;
                });
                break;
            case "target":
                Write(table, cells, widths, 2, static (appender, row, by) =>
                {
                    appender.Column<ushort>(9)[row] = (ushort)(by >> 16);
                    appender.Column<ushort>(10)[row] = (ushort)by;
                });
                break;
            default:
                Write(table, cells, widths, 0, static (_, _, _) => { });
                break;
        }
    }

    private static void Facets(DuckAppender appender, int from, int row, ushort facets)
    {
        var (unit, kind, fingerprint, origin, target, research) = RollupKey.Unpack(facets);
        appender.Column<byte>(from)[row] = unit;
        appender.Column<byte>(from + 1)[row] = kind;
        appender.Column<byte>(from + 2)[row] = fingerprint;
        appender.Column<byte>(from + 3)[row] = origin;
        appender.Column<byte>(from + 4)[row] = target;
        appender.Column<bool>(from + 5)[row] = research;
    }

    private static void Sums(DuckAppender appender, int from, int row, ulong events, ulong packets, ulong bytes, int first, int last)
    {
        appender.Column<ulong>(from)[row] = events;
        appender.Column<ulong>(from + 1)[row] = packets;
        appender.Column<ulong>(from + 2)[row] = bytes;
        appender.Column<long>(from + 3)[row] = first * MicrosPerMinute;
        appender.Column<long>(from + 4)[row] = last * MicrosPerMinute;
    }

    private void Write(string table, RollupTable cells, int[] widths, int keyColumns, Action<DuckAppender, int, ulong> writeKey)
    {
        using var appender = connection.Append(table);
        var narrower = cells;
        foreach (var width in widths)
        {
            var level = width == widths[0] ? cells : narrower.Widen(width);
            narrower = level;
            var row = 0;
            foreach (ref readonly var cell in level.Sorted().AsSpan())
            {
                appender.Column<ushort>(0)[row] = (ushort)width;
                appender.Column<long>(1)[row] = cell.Key.Minute * MicrosPerMinute;
                appender.Column<ushort>(2)[row] = sensor;
                Facets(appender, 3, row, cell.Key.Facets);
                writeKey(appender, row, cell.Key.By);
                Sums(appender, 9 + keyColumns, row, cell.Events, cell.Packets, cell.Bytes, cell.First, cell.Last);
                appender.SetBlob(14 + keyColumns, row, cell.Sketch is { } sketch ? sketch.ToBytes() : []);
                if (++row < DuckDatabase.ChunkRows) continue;
                appender.Send(row);
                row = 0;
            }

            appender.Send(row);
        }

        appender.Flush();
    }

    private void WriteDaySource(RollupSet set)
    {
        var sourceRows = new Dictionary<int, long>();
        using (var appender = connection.Append("day_source"))
        {
            var row = 0;
            foreach (ref readonly var cell in set.DaySource.Sorted().AsSpan())
            {
                sourceRows[cell.Key.Minute] = sourceRows.GetValueOrDefault(cell.Key.Minute) + 1;
                appender.Column<long>(0)[row] = cell.Key.Minute * MicrosPerMinute;
                appender.Column<ushort>(1)[row] = sensor;
                Facets(appender, 2, row, cell.Key.Facets);
                appender.Column<ushort>(8)[row] = (ushort)(cell.Key.By >> 32);
                appender.Column<uint>(9)[row] = (uint)cell.Key.By;
                appender.Column<ulong>(10)[row] = cell.Source.High;
                appender.Column<ulong>(11)[row] = cell.Source.Low;
                Sums(appender, 12, row, cell.Events, cell.Packets, cell.Bytes, cell.First, cell.Last);
                if (++row < DuckDatabase.ChunkRows) continue;
                appender.Send(row);
                row = 0;
            }

            appender.Send(row);
            appender.Flush();
        }

        foreach (var (day, count) in sourceRows) _sourceRows[day] = _sourceRows.GetValueOrDefault(day) + count;
    }
}
