using Noroshi.Capacity.Registry;

namespace Noroshi.Capacity.Iati.Projects;

/// <summary>Puts what people entered and what was imported into one record. An entry with the identifier of an activity is the same project: shown once, each financial block from one source.</summary>
internal static class JoinedRecord
{
    private static readonly string[] _blocks = ["budget", "planned-disbursement", "transaction", "result"];

    internal static CapacityRecord Of(CapacityRecord entered, IReadOnlyList<ImportedProject> imported)
    {
        if (imported.Count == 0) return entered;
        var money = entered.Money.ToLookup(one => one.Project);
        var indicators = entered.Indicators.ToLookup(one => one.Project);

        // Of several entries with one identifier the oldest is the project; money is not given to each of them.
        var same = entered.Projects.Where(one => one.Identifier.Length > 0).GroupBy(one => one.Identifier, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.MinBy(one => Number(one.Id))!, StringComparer.Ordinal);
        var ids = imported.ToDictionary(one => one.Project.Identifier, one => same.GetValueOrDefault(one.Project.Identifier)?.Id ?? one.Project.Id, StringComparer.Ordinal);
        var joined = new Dictionary<string, Project>(StringComparer.Ordinal);
        var added = new List<Project>();
        var (moreMoney, moreIndicators, morePeriods) = (new List<Spending>(), new List<Indicator>(), new List<IndicatorPeriod>());
        foreach (var one in imported)
        {
            var entry = same.GetValueOrDefault(one.Project.Identifier);
            var own = entry is null ? [] : _blocks.Where(block => block == "result" ? indicators[entry.Id].Any() : money[entry.Id].Any(line => BlockSource.OfMoney(line.Type) == block)).ToHashSet();
            var id = entry?.Id ?? one.Project.Id;
            var related = one.Related.Select(identifier => ids.GetValueOrDefault(identifier)).OfType<string>().Where(other => other != id).Distinct().ToList();
            if (entry is null) added.Add(one.Project with { Related = related });
            else joined[entry.Id] = entry with { Activity = one.Project.Id, Blocks = [.. Sources(one, own)], Related = [.. entry.Related.Union(related)], Regions = one.Project.Regions };
            moreMoney.AddRange(one.Money.Where(line => !own.Contains(BlockSource.OfMoney(line.Type))).Select(line => line with { Project = id }));
            if (own.Contains("result")) continue;
            moreIndicators.AddRange(one.Indicators.Select(line => line with { Project = id }));
            morePeriods.AddRange(one.Periods);
        }

        var aliases = joined.Values.ToDictionary(one => one.Activity, one => one.Id, StringComparer.Ordinal);
        return entered with
        {
            Effects = [.. entered.Effects.Select(one => aliases.TryGetValue(one.Project, out var id) ? one with { Project = id } : one)],
            Projects = [.. entered.Projects.Select(one => joined.GetValueOrDefault(one.Id, one)).Concat(added).OrderByDescending(one => one.Start)],
            Money = [.. entered.Money.Concat(moreMoney).OrderBy(one => one.Start)],
            Indicators = [.. entered.Indicators.Concat(moreIndicators)],
            Periods = [.. entered.Periods.Concat(morePeriods).OrderBy(one => one.Start)],
        };
    }

    private static IEnumerable<BlockSource> Sources(ImportedProject one, HashSet<string> own) =>
        own.Select(block => new BlockSource(block, "", "", block == "result" ? one.Indicators.Count : one.Money.Count(line => BlockSource.OfMoney(line.Type) == block)))
            .Concat(one.Project.Blocks.Where(block => !own.Contains(block.Block)));

    private static long Number(string id) => long.Parse(id.AsSpan(2), System.Globalization.CultureInfo.InvariantCulture);
}
