using Noroshi.Kernel;

namespace Noroshi.Contracts;

/// <summary>What was predicted of a project and what was observed, in one unit; null where not predicted or not observed.</summary>
/// <param name="Measure">What is measured.</param>
/// <param name="Unit">In which unit.</param>
/// <param name="Date">When it was predicted or observed last.</param>
/// <param name="Predicted">What was predicted.</param>
/// <param name="PredictedLow">Its lower bound.</param>
/// <param name="PredictedHigh">Its upper bound.</param>
/// <param name="Observed">What was observed.</param>
/// <param name="ObservedLow">Its lower bound.</param>
/// <param name="ObservedHigh">Its upper bound.</param>
public sealed record ProjectEffect(
    string Measure, string Unit, PartialDate Date, decimal? Predicted, decimal? PredictedLow, decimal? PredictedHigh, decimal? Observed, decimal? ObservedLow, decimal? ObservedHigh);
