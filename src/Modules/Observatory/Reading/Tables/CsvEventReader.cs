using Noroshi.Observatory.Domain;

namespace Noroshi.Observatory.Reading;

/// <summary>Reads a generic CSV file by a mapping, or by its header line where that has names that tools usually write.</summary>
internal static class CsvEventReader
{
    private const int ColumnLimit = 512;

    public static void Read<TSink>(InputWindow input, MappingFile? mapping, ReadTally tally, ref TSink sink)
        where TSink : struct, IEventSink
    {
        var lines = new TextLines(input, tally);
        CsvColumns? columns = null;
        if (mapping is { Header: false }) columns = CsvColumns.FromMapping(mapping, default);
        var unit = CountingUnit.Report;
        Span<Range> fields = stackalloc Range[ColumnLimit];
        while (lines.Next(out var line))
        {
            if (line.IsEmpty) continue;
            if (columns is null)
            {
                columns = ReadHeader(line, mapping);
                unit = mapping?.Unit ?? (columns[CsvField.Packets] >= 0 ? CountingUnit.Flow : CountingUnit.Report);
                continue;
            }

            if (mapping is { Header: false, Unit: { } given }) unit = given;
            var observed = new ObservedEvent { Unit = unit };
            var count = CsvLine.Split(line, columns.Delimiter, fields[..(columns.Last + 1)]);
            var problem = count < 0 ? "quotation mark not closed on its line"
                : count <= columns.Last ? "fewer columns than needed"
                : ReadFields(line, fields, columns, mapping, tally.Tags, ref observed);
            if (problem is not null)
            {
                tally.RejectLine(problem, lines.Number);
                continue;
            }

            tally.Count(unit, observed.TimeMicros);
            sink.Add(in observed);
        }
    }

    private static CsvColumns ReadHeader(ReadOnlySpan<byte> line, MappingFile? mapping)
    {
        if (mapping is not null) return CsvColumns.FromMapping(mapping, line);
        var columns = CsvColumns.FromUsualNames(line);
        foreach (var needed in (CsvField[])[CsvField.Time, CsvField.Source, CsvField.Target])
        {
            if (columns[needed] < 0) throw new UnreadableInputException($"The header line names no column for {needed}. Say which it is with --mapping FILE.");
        }

        return columns;
    }

    private static string? ReadFields(ReadOnlySpan<byte> line, Span<Range> fields, CsvColumns columns, MappingFile? mapping, TagTable tags, ref ObservedEvent observed)
    {
        if (!TryTime(Field(line, fields, columns[CsvField.Time]), mapping?.Time ?? CsvTimeFormat.Auto, out observed.TimeMicros)) return "time unreadable";
        if (!AddressText.TryRead(Field(line, fields, columns[CsvField.Source]), out observed.Source)) return "source address unreadable";
        if (!AddressText.TryRead(Field(line, fields, columns[CsvField.Target]), out observed.Target)) return "target address unreadable";
        var protocol = Field(line, fields, columns[CsvField.Protocol]);
        if (protocol.IsEmpty) observed.Protocol = mapping?.Protocol ?? 0;
        else if (!ProtocolText.TryRead(protocol, observed.Source.IsIPv4, out observed.Protocol)) return "protocol unknown";
        if (!TryPort(Field(line, fields, columns[CsvField.SourcePort]), out observed.SourcePort)) return "source port unreadable";
        if (!TryPort(Field(line, fields, columns[CsvField.TargetPort]), out observed.TargetPort)) return "target port unreadable";
        if (!ProtocolText.HasPorts(observed.Protocol)) observed.SourcePort = observed.TargetPort = 0;
        if (!TryCount(Field(line, fields, columns[CsvField.Packets]), out var packets)) return "packet count unreadable";
        if (!TryCount(Field(line, fields, columns[CsvField.Bytes]), out observed.Bytes)) return "byte count unreadable";
        if (!TryCount(Field(line, fields, columns[CsvField.TcpFlags]), out var flags) || flags > 255) return "TCP flags unreadable";
        observed.Packets = (uint)Math.Min(packets, uint.MaxValue);
        observed.TcpFlags = (byte)flags;
        observed.Class = observed.Unit switch
        {
            CountingUnit.Alert => TrafficClass.Alert,
            CountingUnit.Packet when observed.Protocol == 6 && columns[CsvField.TcpFlags] >= 0 => PacketClass.OfTcp(observed.TcpFlags),
            CountingUnit.Packet when observed.Protocol == 17 => PacketClass.OfUdp(observed.SourcePort, observed.TargetPort),
            _ => TrafficClass.Other,
        };
        if (columns[CsvField.Tag] >= 0) observed.Tag = tags.Number(Field(line, fields, columns[CsvField.Tag]));
        return null;
    }

    private static ReadOnlySpan<byte> Field(ReadOnlySpan<byte> line, Span<Range> fields, int number) =>
        number < 0 ? default : line[fields[number]].Trim((byte)' ');

    private static bool TryPort(ReadOnlySpan<byte> text, out ushort port)
    {
        port = 0;
        return text.IsEmpty || text.SequenceEqual("-"u8) || NumberText.TryReadPort(text, out port);
    }

    private static bool TryCount(ReadOnlySpan<byte> text, out ulong count)
    {
        count = 0;
        return text.IsEmpty || text.SequenceEqual("-"u8) || NumberText.TryReadUnsigned(text, out count);
    }

    private static bool TryTime(ReadOnlySpan<byte> text, CsvTimeFormat format, out long micros)
    {
        switch (format)
        {
            case CsvTimeFormat.Iso8601: return TimeText.TryReadIso(text, out micros);
            case CsvTimeFormat.EpochSeconds: return TimeText.TryReadEpochSeconds(text, out micros);
            case CsvTimeFormat.EpochMillis: return NumberText.TryReadScaled(text, 3, out micros) && micros <= TimeText.Latest;
            case CsvTimeFormat.EpochMicros: return NumberText.TryReadScaled(text, 0, out micros) && micros <= TimeText.Latest;
            case CsvTimeFormat.EpochNanos:
                var read = NumberText.TryReadScaled(text, 0, out micros);
                micros /= 1000;
                return read && micros <= TimeText.Latest;
            default:
                if (TimeText.TryReadIso(text, out micros)) return true;
                var whole = text.IndexOf((byte)'.') is >= 0 and var dot ? dot : text.Length;
                // Ten digits are seconds until the year 2286; each three more are a thousandth.
                return TryTime(text, whole switch { <= 10 => CsvTimeFormat.EpochSeconds, <= 13 => CsvTimeFormat.EpochMillis, <= 16 => CsvTimeFormat.EpochMicros, _ => CsvTimeFormat.EpochNanos }, out micros);
        }
    }
}
