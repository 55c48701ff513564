using Noroshi.Capacity.Registry;

namespace Noroshi.Capacity.Results;

/// <summary>What a project set out to reach and what it did: results by level, their indicators, and the periods of each.</summary>
internal sealed record LogFrame(IReadOnlyList<LogFrame.Line> Lines)
{
    /// <summary>An indicator with its periods, earliest first.</summary>
    internal sealed record Line(Indicator Indicator, IReadOnlyList<IndicatorPeriod> Periods);

    /// <summary>Impact before outcome before output, as a log frame is read.</summary>
    internal static LogFrame Of(Project project, CapacityRecord record) => new([.. record.IndicatorsOf(project).OrderByDescending(one => one.Level == "9" ? "0" : one.Level, StringComparer.Ordinal).ThenBy(one => one.Result, StringComparer.Ordinal).Select(one => new Line(one, [.. record.PeriodsOf(one)]))]);
}
