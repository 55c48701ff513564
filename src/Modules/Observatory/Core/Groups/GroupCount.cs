namespace Noroshi.Observatory.Core;

/// <summary>How many groups a grouping has.</summary>
internal sealed record GroupCount(Grouping Grouping, long Distinct);
