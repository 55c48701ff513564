namespace Noroshi.Stix;

/// <summary>What the qualifiers around a part of a pattern allow.</summary>
/// <param name="Seconds">The narrowest WITHIN.</param>
/// <param name="Windows">Every START and STOP.</param>
internal sealed record SearchFrame(double Seconds, IReadOnlyList<(StixInstant Start, StixInstant Stop)> Windows)
{
    public static SearchFrame Open { get; } = new(double.PositiveInfinity, []);

    public bool Allows(Observation observation)
    {
        foreach (var (start, stop) in Windows)
        {
            // The start belongs to the window, the stop does not (section 9.5).
            if (observation.First >= stop || observation.Last < start) return false;
        }

        return true;
    }
}
