namespace Noroshi.Observatory.Enrichment;

/// <summary>What the country and network data is, to be shown beside every figure that rests on it.</summary>
/// <param name="Version">One line that is recorded with every import; <c>none</c> when there is no data.</param>
/// <param name="Sources">The data sets it was made of; empty when there is none.</param>
/// <param name="Exercise">True when an exercise overlay names reserved ranges.</param>
internal sealed record GeographyInfo(string Version, IReadOnlyList<GeoDataSet> Sources, bool Exercise)
{
    /// <summary>True when countries and networks can be told at all.</summary>
    public bool HasData => Sources.Count > 0 || Exercise;
}
