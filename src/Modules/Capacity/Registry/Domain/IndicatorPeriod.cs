using Noroshi.Kernel;

namespace Noroshi.Capacity.Registry;

/// <summary>Target and actual value of an indicator in a period; null where not set or not measured.</summary>
internal sealed record IndicatorPeriod(string Id, string Indicator, PartialDate Start, PartialDate End, decimal? Target, decimal? Actual, Origin Origin)
{
    /// <summary>True or false once both are known.</summary>
    internal bool? Reached(bool isRising) => Target is { } target && Actual is { } actual ? isRising ? actual >= target : actual <= target : null;
}
