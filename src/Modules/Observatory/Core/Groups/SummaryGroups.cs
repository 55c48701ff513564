namespace Noroshi.Observatory.Core;

/// <summary>Makes the groups from a table's counts, source by source, so that each source is enriched and judged once.</summary>
internal static class SummaryGroups
{
    private const ulong SourceAndFamily = SummaryKey.SourceBits | SummaryKey.IsIPv6;

    public static IReadOnlyList<(Grouping Grouping, GroupTable Groups)> Make(Summary summary, SummaryTable table)
    {
        var lines = table.Counts.Take();
        SourceOrder.Apply(lines);
        var makers = table.Groupings.Select(each => new GroupMaker(each, table)).ToArray();
        var places = summary.Enricher is not null && table.Groupings.Any(each => each.NeedsGeography);
        var judges = table.Groupings.Any(each => each.Has(GroupField.Fingerprint));
        uint number = 0;
        for (var start = 0; start < lines.Length;)
        {
            var source = lines[start].Key & SourceAndFamily;
            var end = start + 1;
            while (end < lines.Length && (lines[end].Key & SourceAndFamily) == source) end++;
            var run = lines[start..end];
            var place = places ? summary.Enricher!.FindSource(summary.SourceOf(source)) : default;
            var decided = judges ? Decided(run) : 0;
            number++;
            foreach (var maker in makers) maker.Add(run, place, decided, number);
            start = end;
        }

        foreach (var maker in makers) maker.Complete();
        return [.. makers.Select(maker => (maker.Grouping, maker.Groups))];
    }

    /// <summary>How many groups a grouping has; cheap where each counted line is a group already.</summary>
    public static IReadOnlyList<GroupCount> Count(Summary summary, SummaryTable table)
    {
        var isExact = !summary.CountsSources && table is { Groupings: [var only], SectorShift: < 0 }
            && !only.NeedsGeography && !only.Has(GroupField.Fingerprint);
        if (!isExact) return [.. Make(summary, table).Select(made => new GroupCount(made.Grouping, made.Groups.Count))];
        table.Counts.Complete();
        if (!summary.HasIPv6 || !table.Groupings[0].Has(GroupField.Source24)) return [new GroupCount(table.Groupings[0], table.Counts.Count)];
        long distinct = 0;
        foreach (ref readonly var line in table.Counts.Take())
        {
            if ((line.Key & SummaryKey.IsIPv6) == 0) distinct++;
        }

        return [new GroupCount(table.Groupings[0], distinct)];
    }

    /// <summary>Bit per tool that at least four packets of this source look like.</summary>
    private static int Decided(ReadOnlySpan<CountLine> run)
    {
        Span<ulong> counts = stackalloc ulong[4];
        counts.Clear();
        foreach (ref readonly var line in run) counts[(int)SummaryKey.Looks(line.Key)] += line.Count;
        var decided = 0;
        for (var tool = 1; tool < 4; tool++)
        {
            if (counts[tool] >= SourceState.Enough) decided |= 1 << tool;
        }

        return decided;
    }
}
