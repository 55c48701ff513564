using Noroshi.Capacity.Registry;

namespace Noroshi.Capacity.Iati.Projects;

/// <summary>An imported activity in the lines of the registry.</summary>
internal sealed record ImportedProject(Project Project, IReadOnlyList<Spending> Money, IReadOnlyList<Indicator> Indicators, IReadOnlyList<IndicatorPeriod> Periods, IReadOnlyList<string> Related);
