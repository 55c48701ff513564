namespace Noroshi.Observatory.Domain;

/// <summary>The figures above a view.</summary>
/// <param name="Events">Records in the filter's unit, research left out unless the filter includes it.</param>
/// <param name="Sources">Unique source addresses, backscatter never counted.</param>
/// <param name="SourcesAreEstimated">True where a sketch answered.</param>
/// <param name="ResearchEvents">Records of research scanners, whether or not included.</param>
/// <param name="BackscatterEvents">Records of backscatter.</param>
/// <param name="ByUnit">Records per unit over the same period, so that a reader sees what another unit would show.</param>
/// <param name="Sensors">Sensors that contributed.</param>
internal sealed record Totals(
    long Events,
    long Sources,
    bool SourcesAreEstimated,
    long ResearchEvents,
    long BackscatterEvents,
    IReadOnlyDictionary<CountingUnit, long> ByUnit,
    IReadOnlyList<string> Sensors);
