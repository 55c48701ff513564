namespace Noroshi.Stix;

/// <summary>Observations that satisfy a part of a pattern, as much of them as times need.</summary>
/// <param name="LatestFirst">The latest of their first times.</param>
/// <param name="EarliestLast">The earliest of their last times.</param>
/// <param name="At">The observation taken last.</param>
internal readonly record struct BindingPart(StixInstant LatestFirst, StixInstant EarliestLast, int At)
{
    /// <summary>Seconds within which all of them can lie: an observation may have been at any time between its first and its last.</summary>
    public double Spread => LatestFirst.SecondsSince(EarliestLast);

    public BindingPart With(BindingPart other) =>
        new(LatestFirst > other.LatestFirst ? LatestFirst : other.LatestFirst, EarliestLast < other.EarliestLast ? EarliestLast : other.EarliestLast, other.At);
}
