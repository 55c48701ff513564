namespace Noroshi.WeakLinks.Domain;

/// <summary>
/// How much of what was predicted of projects came about, learnt from those of which both is recorded. Before anything is recorded the factor is 1, give or take
/// a half; each project moves it by one observation that scatters as declared. Declared, both: they are no measurements.
/// </summary>
/// <remarks>Mean and ends of the middle 90 % of the factor; projects: how many taught it.</remarks>
internal sealed record Realisation(double Mean, double Low, double High, int Projects)
{
    /// <summary>How far the factor may lie from 1 before anything is known, as a standard deviation.</summary>
    internal const double PriorSpread = 0.5;

    /// <summary>How far one project scatters about the factor, as a standard deviation.</summary>
    internal const double ProjectSpread = 0.5;

    private const double Quantile90 = 1.6448536269514722;

    /// <summary>Learns from what came about, as a fraction of what was predicted, one number a project, with its own error (a standard deviation; 0 where none is recorded).</summary>
    internal static Realisation Learn(IReadOnlyCollection<(double Ratio, double Error)> projects)
    {
        var (weight, sum) = (1 / (PriorSpread * PriorSpread), 1 / (PriorSpread * PriorSpread));
        foreach (var (ratio, error) in projects)
        {
            var each = 1 / ((ProjectSpread * ProjectSpread) + (error * error));
            weight += each;
            sum += each * ratio;
        }

        var (mean, spread) = (sum / weight, 1 / Math.Sqrt(weight));
        return new Realisation(Math.Max(0, mean), Math.Max(0, mean - (Quantile90 * spread)), Math.Max(0, mean + (Quantile90 * spread)), projects.Count);
    }

    /// <summary>The project with its effects as they are to be expected: a fraction stays one.</summary>
    internal Project Of(Project project) => project with
    {
        Effect = Math.Min(1, project.Effect * Mean),
        EffectLow = Math.Min(1, (project.EffectLow ?? project.Effect) * Low),
        EffectHigh = Math.Min(1, (project.EffectHigh ?? project.Effect) * High),
    };
}
