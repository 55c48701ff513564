namespace Noroshi.Diplomacy.Votes.Estimation;

/// <summary>How ideal points are estimated.</summary>
internal sealed record IdealPointOptions
{
    /// <summary>Standard deviation of the step from one session to the next.</summary>
    internal double Step { get; init; } = 0.25;

    /// <summary>Texts that come back keep their slope and thresholds.</summary>
    internal bool Bridging { get; init; } = true;

    /// <summary>Rounds after which it is given up.</summary>
    internal int MostRounds { get; init; } = 400;

    /// <summary>Converged when no point moves farther in a round.</summary>
    internal double Tolerance { get; init; } = 1e-3;

    /// <summary>Intervals by parametric bootstrap instead of the curvature: two or more estimates' time instead of one.</summary>
    internal bool Bootstrap { get; init; }

    /// <summary>Threads; the result does not depend on them.</summary>
    internal int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>The state that stands on the positive side, where it voted; which side is positive has no meaning of its own.</summary>
    internal string Positive { get; init; } = "US";
}
