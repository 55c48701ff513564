using Noroshi.Kernel;

namespace Noroshi.Capacity.Registry;

/// <summary>What a project measures of one of its results.</summary>
/// <remarks>
/// <c>Level</c>: IATI ResultType: 1 output, 2 outcome, 3 impact, 9 other.<br/>
/// <c>IsRising</c>: True where more is better.<br/>
/// <c>Baseline</c>: Null where it was not measured.
/// </remarks>
internal sealed record Indicator(string Id, string Project, string Level, string Result, string Title, string Unit, bool IsRising, decimal? Baseline, PartialDate? BaselineDate, Origin Origin);
