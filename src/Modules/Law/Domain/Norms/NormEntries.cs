namespace Noroshi.Law.Domain;

/// <summary>Everything that was recorded about norms, in any order.</summary>
internal sealed record NormEntries(IReadOnlyList<Evidence> Evidence, IReadOnlyList<Assessment> Assessments)
{
    /// <summary>
    /// The norms as they stood on the day. With <paramref name="knownAt"/>, what was recorded after the end of that day (UTC) is left
    /// out, and evidence withdrawn later stands.
    /// </summary>
    public IReadOnlyList<NormStanding> On(IEnumerable<Norm> norms, DateOnly day, DateOnly? knownAt = null)
    {
        var evidence = Evidence.Where(one => one.Day <= day && Known(one.RecordedAt, knownAt))
            .Select(one => one.Withdrawal is { } withdrawal && !Known(withdrawal.At, knownAt) ? one with { Withdrawal = null } : one)
            .OrderByDescending(one => one.Day).ThenByDescending(one => one.Number)
            .ToLookup(one => one.Norm, StringComparer.Ordinal);
        var assessments = Assessments.Where(one => one.AsOf <= day && Known(one.RecordedAt, knownAt))
            .OrderByDescending(one => one.AsOf).ThenByDescending(one => one.RecordedAt).ThenByDescending(one => one.Number)
            .ToLookup(one => one.Norm, StringComparer.Ordinal);
        return [.. norms.Select(norm => new NormStanding(norm, [.. evidence[norm.Id]], [.. assessments[norm.Id]]))];
    }

    private static bool Known(DateTimeOffset recorded, DateOnly? knownAt) => knownAt is not { } last || DateOnly.FromDateTime(recorded.UtcDateTime) <= last;
}
