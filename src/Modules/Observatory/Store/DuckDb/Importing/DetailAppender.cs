using Noroshi.DuckDb;
using Noroshi.Observatory.Domain;

namespace Noroshi.Observatory.Store.DuckDb;

/// <summary>Fills the columns of the detail table directly, block by block.</summary>
internal sealed class DetailAppender(DuckConnection connection, ushort sensor, uint import) : IDisposable
{
    private readonly DuckAppender _appender = connection.Append("detail");
    private int _used;

    internal void Append(ReadOnlySpan<Observation> rows, ReadOnlySpan<uint> tags)
    {
        while (!rows.IsEmpty)
        {
            var count = Math.Min(rows.Length, DuckDatabase.ChunkRows - _used);
            Fill(rows[..count], tags);
            _used += count;
            rows = rows[count..];
            if (_used == DuckDatabase.ChunkRows) Send();
        }
    }

    internal void Flush()
    {
        Send();
        _appender.Flush();
    }

    public void Dispose() => _appender.Dispose();

    private void Send()
    {
        _appender.Send(_used);
        _used = 0;
    }

    private Span<T> Column<T>(int column, int count)
        where T : unmanaged => _appender.Column<T>(column).Slice(_used, count);

    // One loop per few columns: the row is read from cache, each column is written in order.
    private void Fill(ReadOnlySpan<Observation> rows, ReadOnlySpan<uint> tags)
    {
        var n = rows.Length;
        Column<uint>(0, n).Fill(import);
        Column<ushort>(1, n).Fill(sensor);
        Column<ushort>(2, n).Fill(1);
        FillSource(rows);
        var protocol = Column<byte>(8, n);
        var port = Column<ushort>(9, n);
        var unit = Column<byte>(10, n);
        var kind = Column<byte>(11, n);
        var fingerprint = Column<byte>(12, n);
        var origin = Column<byte>(13, n);
        var target = Column<byte>(14, n);
        var research = Column<bool>(15, n);
        var sector = Column<ushort>(16, n);
        var organisation = Column<ushort>(17, n);
        for (var i = 0; i < n; i++)
        {
            ref readonly var row = ref rows[i];
            protocol[i] = row.Protocol;
            port[i] = row.TargetPort;
            unit[i] = (byte)row.Unit;
            kind[i] = (byte)row.Class;
            fingerprint[i] = (byte)row.Fingerprint;
            origin[i] = (byte)row.Origin;
            target[i] = (byte)row.TargetKind;
            research[i] = row.Research;
            sector[i] = row.Sector;
            organisation[i] = row.TargetOrganisation;
        }

        FillSums(rows, tags);
    }

    private void FillSource(ReadOnlySpan<Observation> rows)
    {
        var n = rows.Length;
        var minute = Column<long>(3, n);
        var high = Column<ulong>(4, n);
        var low = Column<ulong>(5, n);
        var country = Column<ushort>(6, n);
        var asn = Column<uint>(7, n);
        for (var i = 0; i < n; i++)
        {
            ref readonly var row = ref rows[i];
            minute[i] = row.MinuteMicros;
            high[i] = row.Source.High;
            low[i] = row.Source.Low;
            country[i] = row.SourceCountry.Packed;
            asn[i] = row.Asn;
        }
    }

    private void FillSums(ReadOnlySpan<Observation> rows, ReadOnlySpan<uint> tags)
    {
        var n = rows.Length;
        var tag = Column<uint>(18, n);
        var events = Column<ulong>(19, n);
        var packets = Column<ulong>(20, n);
        var bytes = Column<ulong>(21, n);
        var targets = Column<uint>(22, n);
        for (var i = 0; i < n; i++)
        {
            ref readonly var row = ref rows[i];
            tag[i] = tags[row.Tag];
            events[i] = row.Events;
            packets[i] = row.Packets;
            bytes[i] = row.Bytes;
            targets[i] = row.Targets;
        }
    }
}
