namespace Noroshi.Law.Domain;

/// <summary>A norm with what is known of it on a day: evidence and judgements of the organisations whose entries were asked for.</summary>
/// <remarks>
/// <c>Evidence</c>: Dated up to the day, latest first; withdrawn pieces among them.<br/>
/// <c>Assessments</c>: All that hold up to the day, latest first.
/// </remarks>
internal sealed record NormStanding(Norm Norm, IReadOnlyList<Evidence> Evidence, IReadOnlyList<Assessment> Assessments)
{
    /// <summary>The judgement of each organisation that holds on the day, latest first.</summary>
    public IReadOnlyList<Assessment> Current { get; } = [.. Assessments.DistinctBy(assessment => assessment.Owner)];

    /// <summary>The latest of them; null where nobody judged.</summary>
    public Assessment? Latest => Current.Count > 0 ? Current[0] : null;

    public NormLevel Level => Latest?.Level ?? NormLevel.NotAssessed;

    /// <summary>True where organisations judge differently.</summary>
    public bool IsDisputed => Current.Select(assessment => assessment.Level).Distinct().Count() > 1;

    /// <summary>Evidence that was not withdrawn.</summary>
    public IEnumerable<Evidence> Standing => Evidence.Where(evidence => evidence.Withdrawal is null);

    /// <summary>When something was last recorded; null for never.</summary>
    public DateTimeOffset? LastChange { get; } = Assessments.Select(assessment => (DateTimeOffset?)assessment.RecordedAt)
        .Concat(Evidence.Select(evidence => (DateTimeOffset?)(evidence.Withdrawal?.At ?? evidence.RecordedAt)))
        .Max();
}
