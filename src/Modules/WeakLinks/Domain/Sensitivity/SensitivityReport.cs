namespace Noroshi.WeakLinks.Domain;

/// <summary>What the ranking and the risk do when assumptions change. Part of every answer that somebody decides by.</summary>
internal sealed record SensitivityReport(Interval Risk, IReadOnlyList<SensitivityReport.Variant> Variants, IReadOnlyList<Screening.Effect> Effects)
{
    /// <summary>Below this overlap of the first ten no decision is proposed.</summary>
    internal const double LeastOverlap = 0.6;

    private const int MostOfAKind = 20;
    private const int RankedForTau = 50;

    /// <summary>One changed assumption: the kind, what was changed, the risk then, and what is left of the ranking.</summary>
    internal sealed record Variant(string Kind, string Name, Interval Risk, double Overlap, double? Tau);

    internal double LowestOverlap => Variants.Count == 0 ? 1 : Variants.Min(variant => variant.Overlap);

    /// <summary>Whether the ranking holds well enough to decide by it.</summary>
    internal bool Decides => Risk.Mean > 0 && LowestOverlap >= LeastOverlap;

    internal static SensitivityReport Run(LinkModel model, ReachQuestion middle, SusceptibilityScenario declared, ulong seed, long worlds, int threads, CancellationToken cancel)
    {
        var stands = declared.Name switch { "low" => 0.0, "high" => 1.0, _ => 0.5 };
        var setting = new ModelSetting { Susceptibility = stands };
        var standing = MonteCarlo.Run(middle, seed, worlds, threads, links: true, cancel);
        var ranked = standing.RankedLinks();
        int[] compared = [.. ranked.Take(RankedForTau)];
        List<Variant> variants = [];
        if (model.Nodes.Any(node => node.Maturity is not null))
        {
            foreach (var (name, position) in ((string, double)[])[("low", 0), ("mid", 0.5), ("high", 1)])
            {
                if (position != stands) Try("susceptibility", name, setting with { Susceptibility = position });
            }
        }

        if (model.Nodes.Any(node => node.Low < node.High))
        {
            Try("ranges", "low", setting with { Ranges = 0 });
            Try("ranges", "high", setting with { Ranges = 1 });
        }

        foreach (var target in Costliest(standing).Take(5))
        {
            Try("value", $"{model.Nodes[target].Id} −50 %", setting with { NodeValue = new Dictionary<int, double> { [target] = 0.5 } });
            Try("value", $"{model.Nodes[target].Id} +50 %", setting with { NodeValue = new Dictionary<int, double> { [target] = 1.5 } });
        }

        foreach (var source in Names(model.Arcs.Select(arc => arc.Source))) Try("source left out", source, setting with { WithoutSource = source });
        foreach (var source in Names(model.Nodes.Where(node => node.Maturity is not null).Select(node => node.Source)))
        {
            Try("maturity at worst", source, setting with { Doubted = (source, 0) });
            Try("maturity at best", source, setting with { Doubted = (source, 1) });
        }

        foreach (var kind in Names(model.Arcs.Select(arc => arc.Class))) Try("class left out", kind, setting with { WithoutClass = kind });
        Add("other worlds", "second seed", MonteCarlo.Run(middle, seed + 1, worlds, threads, links: true, cancel));
        return new SensitivityReport(standing.Risk, variants, Screening.Run(model, middle, seed, Math.Min(worlds, 2_048), threads, cancel));

        void Try(string kind, string name, ModelSetting changed) => Add(kind, name, MonteCarlo.Run(changed.Ask(model, middle), seed, worlds, threads, links: true, cancel));

        void Add(string kind, string name, ReachEstimate estimate) => variants.Add(new Variant(
            kind, name, estimate.Risk, RankStability.Overlap(ranked, estimate.RankedLinks()),
            RankStability.Tau([.. compared.Select(standing.CutOffAsLink)], [.. compared.Select(estimate.CutOffAsLink)])));
    }

    private static IEnumerable<int> Costliest(ReachEstimate estimate) =>
        from place in Enumerable.Range(0, estimate.Question.Targets.Length)
        let cost = Enumerable.Range(0, estimate.Question.Scenarios.Count).Sum(scenario => estimate.Question.Scenarios[scenario].Rate * estimate.Probability(scenario, place)) * estimate.Question.Value[estimate.Question.Targets[place]]
        where cost > 0
        orderby cost descending, place
        select estimate.Question.Targets[place];

    // The most frequent first: a source that gave many arcs matters more than one that gave few. Where all are one, leaving it out leaves nothing to compare.
    private static List<string> Names(IEnumerable<string> names)
    {
        var counted = names.Where(name => name.Length > 0).GroupBy(name => name, StringComparer.Ordinal).OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal).Select(group => group.Key).ToList();
        return counted.Count < 2 ? [] : [.. counted.Take(MostOfAKind)];
    }
}
