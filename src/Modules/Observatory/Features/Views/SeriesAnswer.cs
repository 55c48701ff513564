using Noroshi.Observatory.Domain;

namespace Noroshi.Observatory.Features;

/// <summary>A chart's figures: the points, how wide a bin is, and how many cells were too small to show.</summary>
internal sealed record SeriesAnswer(IReadOnlyList<SeriesPoint> Points, TimeSpan Bin, int Hidden);
