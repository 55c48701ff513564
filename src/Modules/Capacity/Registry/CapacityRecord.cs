using Noroshi.Kernel;

namespace Noroshi.Capacity.Registry;

/// <summary>What a person may read of the registry, latest versions of entries that stand. Immutable.</summary>
internal sealed record CapacityRecord
{
    private readonly LineIndex<Spending> _money = new(one => one.Project);
    private readonly LineIndex<Indicator> _indicators = new(one => one.Project);
    private readonly LineIndex<IndicatorPeriod> _periods = new(one => one.Indicator);
    private readonly LineIndex<Effect> _effects = new(one => one.Project);

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

    /// <summary>A project by its id, or by that of the imported activity that it is.</summary>
    internal Project? Project(string id) => Projects.FirstOrDefault(one => one.Id == id) ?? (id.Length > 0 ? Projects.FirstOrDefault(one => one.Activity == id) : null);

    internal Indicator? Indicator(string id) => Indicators.FirstOrDefault(one => one.Id == id);

    internal IEnumerable<Spending> MoneyOf(Project project) => _money.Of(Money, project.Id);

    internal IEnumerable<Indicator> IndicatorsOf(Project project) => _indicators.Of(Indicators, project.Id);

    internal IEnumerable<IndicatorPeriod> PeriodsOf(Indicator indicator) => _periods.Of(Periods, indicator.Id);

    internal IEnumerable<Effect> EffectsOf(Project project) => _effects.Of(Effects, project.Id);

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
