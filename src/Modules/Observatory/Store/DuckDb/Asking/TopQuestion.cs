using System.Globalization;
using Noroshi.Kernel;
using Noroshi.Observatory.Domain;

namespace Noroshi.Observatory.Store.DuckDb;

/// <summary>The top by a dimension, with each line's place in the period before.</summary>
internal static class TopQuestion
{
    internal static List<TopRow> Ask(Reading reading, ObservationFilter filter, Dimension by, int limit)
    {
        var span = Span.Of(filter.From, filter.To);
        if (by == Dimension.Source) return TopSources.Ask(reading, filter, span, limit);
        var now = new Question(reading, filter, StoreTable.Of(by), span).Ask(Key(by));
        var before = reading.Held(span.Before).Detail == 0 ? new Tally() : new Question(reading, filter, StoreTable.Of(by), span.Before).Ask(Key(by));
        var previous = Ranked(before).Select((line, index) => (line.Key, Rank: index + 1, line.Value.Events)).ToDictionary(line => line.Key);
        var names = by switch { Dimension.Sensor => reading.Names("sensor"), Dimension.Tag => reading.Names("tag"), _ => null };
        return [.. Ranked(now).Take(limit).Select((line, index) =>
        {
            var found = previous.TryGetValue(line.Key, out var was);
            return new TopRow(
                Text(by, line.Key, names), (long)line.Value.Events, line.Value.Sources, now.Estimated, index + 1,
                found ? was.Rank : null, found ? (long)was.Events : null, Span.Time(line.Value.First), Span.Time(line.Value.Last));
        })];
    }

    private static IEnumerable<(ulong Key, Tally.Line Value)> Ranked(Tally tally) => tally.Lines
        .Select(line => (line.Key, line.Value, line.Value.Sources))
        .OrderByDescending(line => line.Sources).ThenByDescending(line => line.Value.Events).ThenBy(line => line.Key)
        .Select(line => (line.Key, line.Value));

    private static string Key(Dimension by) => by switch
    {
        Dimension.Country => "country",
        Dimension.Network => "asn",
        Dimension.Port => "protocol::UBIGINT * 65536 + port",
        Dimension.Sector => "sector",
        Dimension.TargetOrganisation => "organisation",
        Dimension.Class => "class",
        Dimension.Fingerprint => "fingerprint",
        Dimension.Sensor => "sensor",
        Dimension.Tag => "tag",
        _ => throw new ArgumentOutOfRangeException(nameof(by), by, null),
    };

    private static string Text(Dimension by, ulong key, Dictionary<ulong, string>? names) => by switch
    {
        Dimension.Country => CountryCode.FromPacked((ushort)key).ToString(),
        Dimension.Port => new PortKey((byte)(key >> 16), (ushort)key).ToString(),
        Dimension.Class => ((TrafficClass)key).ToString(),
        Dimension.Fingerprint => key == 0 ? "" : ((Fingerprint)key).ToString(),
        Dimension.Sensor or Dimension.Tag => names!.GetValueOrDefault(key, ""),
        _ => key == 0 ? "" : key.ToString(CultureInfo.InvariantCulture),
    };
}
