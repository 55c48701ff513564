using Noroshi.Kernel;

namespace Noroshi.Capacity.Registry;

/// <summary>What a person may read of the registry, latest versions of entries that stand. Immutable.</summary>
internal sealed record CapacityRecord
{
    /// <summary>Latest first.</summary>
    public required IReadOnlyList<Assessment> Assessments { get; init; }

    public required IReadOnlyList<PartnerOrganisation> Organisations { get; init; }

    /// <summary>Most urgent first.</summary>
    public required IReadOnlyList<Need> Needs { get; init; }

    public required IReadOnlyList<Offer> Offers { get; init; }

    /// <summary>Latest start first.</summary>
    public required IReadOnlyList<Project> Projects { get; init; }

    public required IReadOnlyList<Spending> Money { get; init; }

    public required IReadOnlyList<Indicator> Indicators { get; init; }

    public required IReadOnlyList<IndicatorPeriod> Periods { get; init; }

    public required IReadOnlyList<Effect> Effects { get; init; }

    internal Assessment? Assessment(string id) => Assessments.FirstOrDefault(one => one.Id == id);

    internal Need? Need(string id) => Needs.FirstOrDefault(one => one.Id == id);

    internal Offer? Offer(string id) => Offers.FirstOrDefault(one => one.Id == id);

    internal Project? Project(string id) => Projects.FirstOrDefault(one => one.Id == id);

    internal Indicator? Indicator(string id) => Indicators.FirstOrDefault(one => one.Id == id);

    /// <summary>The name behind what stands in a field of names: the entry's, where it is the id of one.</summary>
    internal string OrganisationName(string named) => Organisations.FirstOrDefault(one => one.Id == named)?.Name ?? named;

    /// <summary>The latest assessment of a state by each model; models are never mixed.</summary>
    internal IEnumerable<Assessment> Latest(CountryCode state) => Assessments.Where(one => one.State == state).GroupBy(one => one.Model.Id).Select(group => group.First());

    /// <summary>True where an entry of that kind can be named.</summary>
    internal bool Has(EntryKind kind, string id) => kind switch
    {
        EntryKind.Assessment => Assessment(id) is not null,
        EntryKind.Organisation => Organisations.Any(one => one.Id == id),
        EntryKind.Need => Need(id) is not null,
        EntryKind.Offer => Offer(id) is not null,
        EntryKind.Project => Project(id) is not null,
        EntryKind.Indicator => Indicator(id) is not null,
        _ => false,
    };
}
