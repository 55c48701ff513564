using Noroshi.Capacity.Registry;

namespace Noroshi.Capacity.Matching;

/// <summary>
/// Looks for duplicate effort among projects that share a state and lie near each other in time: text in runs of three letters, organisations, dates, sectors, budget.
/// Two projects of one state and sector are not yet an overlap; their texts must be alike as well.
/// </summary>
internal static class FindOverlaps
{
    /// <summary>From here a pair is suggested; measured on planted duplicates and near misses (see the tests).</summary>
    internal const double Threshold = 0.64;

    private const double LeastText = 0.5;
    private const int SlackInDays = 370;

    private const double TextWeight = 0.65, OrganisationWeight = 0.16, DateWeight = 0.07, SectorWeight = 0.05, BudgetWeight = 0.07;

    /// <summary>Pairs that are kept, most alike first: beyond that nobody reads on, and memory is bounded.</summary>
    internal const int MostPairs = 5_000;

    // Thousands of projects in one state and time make millions of pairs; small states are compared first, so that only the largest are cut.
    private const int MostCompared = 1_000_000;

    /// <summary>Suggested pairs, most alike first.</summary>
    internal static OverlapFindings Among(CapacityRecord record)
    {
        // Without a beginning nothing can be said about when; a cancelled project is no effort.
        var compared = record.Projects.Where(one => one.Start is not null && one.Status != "5").ToList();
        var grams = compared.ConvertAll(one => TextGrams.Of(one.Title + " " + one.Text));
        var corpus = new TextCorpus(grams);
        var budgets = record.Money.Where(one => one.IsPlanned).ToLookup(one => one.Project);
        var traits = compared.Zip(grams, (project, text) => new ProjectTraits(project, record, corpus.Vector(text), budgets[project.Id])).ToList();
        var best = new PriorityQueue<OverlapPair, double>();
        var (count, isPartial) = (0, false);
        foreach (var (first, second) in Pairs(traits))
        {
            isPartial = count++ >= MostCompared;
            if (isPartial) break;
            if (Compare(first, second) is not { } pair) continue;
            best.Enqueue(pair, pair.Likeness);
            if (best.Count <= MostPairs) continue;
            best.Dequeue();
        }

        return new OverlapFindings([.. best.UnorderedItems.Select(item => item.Element).OrderByDescending(pair => pair.Likeness).ThenBy(pair => pair.First.Id, StringComparer.Ordinal).ThenBy(pair => pair.Second.Id, StringComparer.Ordinal)], isPartial);
    }

    private static IEnumerable<(ProjectTraits First, ProjectTraits Second)> Pairs(List<ProjectTraits> traits)
    {
        var seen = new HashSet<(string, string)>();
        foreach (var block in traits.SelectMany(one => one.Project.Recipients.Select(share => (State: share.Code, Traits: one))).GroupBy(pair => pair.State, pair => pair.Traits).OrderBy(block => block.Count()))
        {
            var ordered = block.OrderBy(one => one.First).ThenBy(one => one.Project.Id, StringComparer.Ordinal).ToList();
            for (var at = 0; at < ordered.Count; at++)
            {
                for (var next = at + 1; next < ordered.Count && ordered[next].First <= ordered[at].Last.AddDays(SlackInDays); next++)
                {
                    if (seen.Add((ordered[at].Project.Id, ordered[next].Project.Id))) yield return (ordered[at], ordered[next]);
                }
            }
        }
    }

    private static OverlapPair? Compare(ProjectTraits one, ProjectTraits other)
    {
        var same = one.Project.Identifier.Length > 0 && one.Project.Identifier == other.Project.Identifier;
        var text = TextCorpus.Cosine(one.Text, other.Text);
        if (text < LeastText && !same) return null;
        var shared = one.Organisations.Intersect(other.Organisations).ToList();
        double? organisations = one.Organisations.Count == 0 || other.Organisations.Count == 0 ? null : (double)shared.Count / Math.Min(one.Organisations.Count, other.Organisations.Count);
        var dates = Dates(one, other);
        var sectors = Sectors(one.Project, other.Project);
        double? budget = one.Currency is null || one.Currency != other.Currency || one.Budget <= 0 || other.Budget <= 0 ? null : (double)(Math.Min(one.Budget, other.Budget) / Math.Max(one.Budget, other.Budget));
        var likeness = same ? 1 : Mean((text, TextWeight), (organisations, OrganisationWeight), (dates, DateWeight), (sectors, SectorWeight), (budget, BudgetWeight));
        return likeness < Threshold ? null : new OverlapPair(
            one.Project, other.Project, likeness, text, organisations, dates, sectors, budget, same,
            [.. one.Project.Organisations.Where(name => other.Project.Organisations.Contains(name, StringComparer.OrdinalIgnoreCase))],
            [.. one.Project.Sectors.Select(share => share.Code).Intersect(other.Project.Sectors.Select(share => share.Code))],
            [.. one.Project.Recipients.Select(share => share.Code).Intersect(other.Project.Recipients.Select(share => share.Code))]);
    }

    /// <summary>The common shares, in the vocabularies that both use; null where they use none in common, or a share is not known.</summary>
    private static double? Sectors(Project one, Project other)
    {
        var vocabularies = one.Sectors.Select(share => share.Vocabulary).Intersect(other.Sectors.Select(share => share.Vocabulary)).ToHashSet();
        if (vocabularies.Count == 0 || one.Sectors.Concat(other.Sectors).Any(share => vocabularies.Contains(share.Vocabulary) && share.Percent is null)) return null;
        return (double)one.Sectors.Sum(share => other.Sectors.Where(second => (second.Vocabulary, second.Code) == (share.Vocabulary, share.Code)).Sum(second => Math.Min(share.Percent ?? 0, second.Percent ?? 0))) / 100 / vocabularies.Count;
    }

    /// <summary>The common time as a part of the shorter one.</summary>
    private static double Dates(ProjectTraits one, ProjectTraits other)
    {
        var common = Math.Min(one.Last.DayNumber, other.Last.DayNumber) - Math.Max(one.First.DayNumber, other.First.DayNumber) + 1;
        var shorter = Math.Min(one.Last.DayNumber - one.First.DayNumber, other.Last.DayNumber - other.First.DayNumber) + 1;
        return Math.Clamp((double)common / shorter, 0, 1);
    }

    /// <summary>The mean of what is known: what is missing neither helps nor harms.</summary>
    private static double Mean(params ReadOnlySpan<(double? Value, double Weight)> terms)
    {
        double sum = 0, weights = 0;
        foreach (var (value, weight) in terms)
        {
            if (value is not { } known) continue;
            sum += known * weight;
            weights += weight;
        }

        return sum / weights;
    }
}
