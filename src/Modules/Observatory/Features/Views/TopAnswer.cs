using Noroshi.Observatory.Domain;

namespace Noroshi.Observatory.Features;

/// <summary>A table of the top, and how many rows were too small to show.</summary>
internal sealed record TopAnswer(IReadOnlyList<TopRow> Rows, int Hidden);
