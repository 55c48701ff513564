using Noroshi.Kernel;

namespace Noroshi.Capacity.Registry;

/// <summary>A figure of an effect with its bounds; null where not known.</summary>
/// <remarks>Predicted and observed effect of a project stand beside each other; <c>Text</c> says how both were found.</remarks>
internal sealed record Effect(string Id, string Project, string Title, string Unit, PartialDate Date, Effect.Figure? Predicted, Effect.Figure? Observed, string Text, Origin Origin)
{
    /// <summary>A value between its bounds.</summary>
    internal sealed record Figure(decimal Value, decimal? Low, decimal? High);
}
