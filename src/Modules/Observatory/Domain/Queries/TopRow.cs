namespace Noroshi.Observatory.Domain;

/// <summary>One line of a table of the top, with its place in the period before (same length, immediately before).</summary>
/// <param name="Key">Canonical key: <c>PH</c>, <c>64512</c>, <c>23/tcp</c>, <c>240.1.2.3</c>; empty is unknown.</param>
/// <param name="Events">Records in the filter's unit.</param>
/// <param name="Sources">Unique source addresses; exact for whole UTC days, else estimated.</param>
/// <param name="SourcesAreEstimated">True where <paramref name="Sources"/> comes from a sketch (about 2 % error).</param>
/// <param name="Rank">1 is the most sources.</param>
/// <param name="PreviousRank">Null where it was not seen in the period before.</param>
/// <param name="PreviousEvents">Null where it was not seen in the period before.</param>
/// <param name="First">First minute seen within the filter.</param>
/// <param name="Last">Last minute seen within the filter.</param>
internal sealed record TopRow(
    string Key,
    long Events,
    long Sources,
    bool SourcesAreEstimated,
    int Rank,
    int? PreviousRank,
    long? PreviousEvents,
    DateTimeOffset First,
    DateTimeOffset Last);
