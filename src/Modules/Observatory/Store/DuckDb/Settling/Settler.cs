using System.Globalization;
using Noroshi.DuckDb;
using Noroshi.Kernel;
using Noroshi.Observatory.Domain;

namespace Noroshi.Observatory.Store.DuckDb;

/// <summary>Builds the rollups of committed imports from their rows, each in one transaction; until then the rows themselves answer.</summary>
internal static class Settler
{
    /// <summary>Settles whatever is not; safe to be killed or repeated at any moment.</summary>
    internal static int Settle(DuckDatabase database, DuckDbStoreOptions options, CancellationToken cancel)
    {
        using var connection = database.Connect();
        var waiting = Waiting(connection);
        foreach (var (import, sensor) in waiting) Settle(database, connection, import, sensor, options, cancel);
        foreach (var import in Unlisted(connection)) List(connection, import, cancel);
        return waiting.Count;
    }

    private static List<uint> Unlisted(DuckConnection connection)
    {
        var imports = new List<uint>();
        using var result = connection.Query("SELECT import FROM unlisted ORDER BY import", []);
        while (result.Next()) imports.AddRange(result.Column(0).Values<uint>());
        return imports;
    }

    // Imports that an older version has settled.
    private static void List(DuckConnection connection, uint import, CancellationToken cancel)
    {
        using var transaction = connection.Begin();
        HostWriter.Write(connection, import, cancel);
        connection.Execute("DELETE FROM unlisted WHERE import = ?", [import], cancel);
        transaction.Commit();
    }

    private static List<(uint Import, ushort Sensor)> Waiting(DuckConnection connection)
    {
        var waiting = new List<(uint, ushort)>();
        using var result = connection.Query("SELECT u.import, i.sensor FROM unsettled u JOIN import i ON i.id = u.import ORDER BY u.import", []);
        while (result.Next())
        {
            for (var i = 0; i < result.Rows; i++) waiting.Add((result.Column(0).Values<uint>()[i], result.Column(1).Values<ushort>()[i]));
        }

        return waiting;
    }

    private static void Settle(DuckDatabase database, DuckConnection connection, uint import, ushort sensor, DuckDbStoreOptions options, CancellationToken cancel)
    {
        using var transaction = connection.Begin();
        var writer = new RollupWriter(connection, sensor, import);
        using (var worker = new RollupWorker(options.CellsInMemory))
        {
            Read(database, import, rows =>
            {
                worker.Add(rows);
                while (worker.TryTake(out var full)) writer.Write(full!);
            }, cancel);
            var last = worker.Finish();
            while (worker.TryTake(out var full)) writer.Write(full!);
            cancel.ThrowIfCancellationRequested();
            writer.Write(last);
        }

        writer.WriteSourceRows();
        HostWriter.Write(connection, import, cancel);
        foreach (var day in BusySources.DaysOf(connection, import)) BusySources.Write(connection, sensor, day, options.BusySources, cancel);
        connection.Execute("DELETE FROM unsettled WHERE import = ?", [import], cancel);
        transaction.Commit();
    }

    private static void Read(DuckDatabase database, uint import, Action<ReadOnlySpan<Observation>> take, CancellationToken cancel)
    {
        // A second connection: a result being streamed and rows being written do not share one.
        using var connection = database.Connect();
        var rows = new Observation[DuckDatabase.ChunkRows];
        using var result = connection.Query(
            string.Create(CultureInfo.InvariantCulture, $"""
            SELECT epoch_us(minute), source_high, source_low, country, asn, protocol, port, unit, class, fingerprint, origin, target_kind,
                research, sector, organisation, events, packets, bytes FROM detail WHERE import = {import}
            """),
            [],
            cancel);
        while (result.Next())
        {
            Fill(rows, result);
            take(rows.AsSpan(0, result.Rows));
        }
    }

    private static void Fill(Observation[] rows, DuckResult from)
    {
        var minute = from.Column(0).Values<long>();
        var high = from.Column(1).Values<ulong>();
        var low = from.Column(2).Values<ulong>();
        var country = from.Column(3).Values<ushort>();
        var asn = from.Column(4).Values<uint>();
        var protocol = from.Column(5).Values<byte>();
        var port = from.Column(6).Values<ushort>();
        var unit = from.Column(7).Values<byte>();
        var kind = from.Column(8).Values<byte>();
        var fingerprint = from.Column(9).Values<byte>();
        var origin = from.Column(10).Values<byte>();
        var target = from.Column(11).Values<byte>();
        var research = from.Column(12).Values<bool>();
        var sector = from.Column(13).Values<ushort>();
        var organisation = from.Column(14).Values<ushort>();
        var events = from.Column(15).Values<ulong>();
        var packets = from.Column(16).Values<ulong>();
        var bytes = from.Column(17).Values<ulong>();
        for (var i = 0; i < from.Rows; i++)
        {
            rows[i] = new Observation
            {
                MinuteMicros = minute[i],
                Source = new NetworkAddress(high[i], low[i]),
                SourceCountry = CountryCode.FromPacked(country[i]),
                Asn = asn[i],
                Protocol = protocol[i],
                TargetPort = port[i],
                Unit = (CountingUnit)unit[i],
                Class = (TrafficClass)kind[i],
                Fingerprint = (Fingerprint)fingerprint[i],
                Origin = (Origin)origin[i],
                TargetKind = (TargetKind)target[i],
                Research = research[i],
                Sector = sector[i],
                TargetOrganisation = organisation[i],
                // Rows are settled before they are thinned out, so a row holds no more than it was given.
                Events = (uint)Math.Min(events[i], uint.MaxValue),
                Packets = packets[i],
                Bytes = bytes[i],
            };
        }
    }
}
