namespace Noroshi.Diplomacy.Votes.Estimation;

/// <summary>Keeps sessions on one scale: a weak prior of every session's mean at 0 and mean square at 1, without drawing any one state inwards.</summary>
/// <remarks>
/// A walk alone lets the scales of sessions drift apart over seventy years. As if <c>Strength × states / 2 × (mean² + (mean square − 1)²)</c>
/// were taken off the log-probability; in a session that is too wide all states are drawn in by the same share, in one that is too narrow let out.
/// </remarks>
internal sealed class SessionScale(IReadOnlyList<VoteBlock> blocks, int points)
{
    private const double Strength = 0.8;

    /// <summary>For every point the share of itself by which it is drawn to 0; below 0 in a session that is too narrow.</summary>
    internal double[] Pulls { get; } = new double[points];

    /// <summary>For every point what is taken off because its session lies to one side.</summary>
    internal double[] Shifts { get; } = new double[points];

    /// <summary>Looks at where the sessions lie now.</summary>
    internal void Measure(double[] points)
    {
        foreach (var block in blocks)
        {
            var (mean, square) = (0.0, 0.0);
            foreach (var point in points.AsSpan(block.Offset, block.States.Length))
            {
                mean += point / block.States.Length;
                square += point * point / block.States.Length;
            }

            Pulls.AsSpan(block.Offset, block.States.Length).Fill(2 * Strength * (square - 1));
            Shifts.AsSpan(block.Offset, block.States.Length).Fill(Strength * mean);
        }
    }
}
