using Noroshi.Observatory.Domain;

namespace Noroshi.Observatory.Reading;

/// <summary>Reads Suricata EVE JSON: alerts and flows; other kinds of event are counted as skipped.</summary>
internal static class EveReader
{
    public static void Read<TSink>(InputWindow input, ReadTally tally, ref TSink sink)
        where TSink : struct, IEventSink
    {
        var lines = new TextLines(input, tally);
        var minute = default(RecentMinute);
        while (lines.Next(out var line))
        {
            if (line.IsEmpty) continue;
            var found = EveScan.TryRead(line, ref minute, out var record) ? null : EveJson.Read(line, out record);
            if (found is not null)
            {
                tally.RejectLine(found, lines.Number);
                continue;
            }

            if (record.Kind is EveKind.Other)
            {
                tally.Skip(EveEventTypes.Name(record.OtherKind));
                continue;
            }

            if (record.Kind is EveKind.Alert) record.Observed.Tag = tally.Tags.Number(record.Signature);
            tally.Count(record.Observed.Unit, record.Observed.TimeMicros);
            sink.Add(in record.Observed);
        }
    }
}
