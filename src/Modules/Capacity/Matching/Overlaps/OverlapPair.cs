using Noroshi.Capacity.Registry;

namespace Noroshi.Capacity.Matching;

/// <summary>Two projects that may be one effort twice, or two records of one project: a suggestion that a person looks at; nothing is ever merged.</summary>
/// <remarks>
/// <c>Likeness</c>: From 0 to 1, of the terms that can be compared.<br/>
/// <c>Text</c>, <c>Dates</c>: From 0 to 1.<br/>
/// <c>Organisations</c>, <c>Sectors</c>, <c>Budget</c>: Null where they cannot be compared: one side has none recorded, in another currency or by another vocabulary.
/// </remarks>
internal sealed record OverlapPair(
    Project First, Project Second, double Likeness, double Text, double? Organisations, double Dates, double? Sectors, double? Budget, bool IsSameIdentifier,
    IReadOnlyList<string> SharedOrganisations, IReadOnlyList<string> SharedSectors, IReadOnlyList<string> SharedStates);
