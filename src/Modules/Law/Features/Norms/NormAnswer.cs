using Noroshi.Law.Domain;

namespace Noroshi.Law.Features;

/// <summary>A norm with its entries, as the API and the verb write it.</summary>
/// <remarks>
/// <c>Level</c>: The latest judgement; <c>assessments</c> holds all, latest first, and <c>current</c> marks the one of each organisation that holds.<br/>
/// <c>EvidenceCount</c>: Pieces that stand; withdrawn ones are counted apart.<br/>
/// <c>Version</c>: What the caller sends with a further assessment; null where several norms are asked for.
/// </remarks>
internal sealed record NormAnswer(
    string Id, string Paragraph, string En, string Ja, string? Note, string Source, string? AsOf, string Confidence,
    string Level, int EvidenceCount, int WithdrawnCount, DateTimeOffset? LastChange, long? Version,
    IReadOnlyList<NormAnswer.AssessmentLine> Assessments, IReadOnlyList<NormAnswer.EvidenceLine> Evidence)
{
    internal sealed record AssessmentLine(string Organisation, long Number, bool Current, string Level, string AsOf, string Reason, string SaidBy, bool Exercise, DateTimeOffset RecordedAt, string RecordedBy);

    internal sealed record EvidenceLine(
        string Id, string Organisation, string Day, string Statement, string Words, string Source, string Kind, string? Reference, bool Exercise,
        DateTimeOffset RecordedAt, string RecordedBy, DateTimeOffset? WithdrawnAt, string? WithdrawnBy, string? WithdrawnReason);

    /// <summary>Everything about the norms on a day.</summary>
    internal sealed record Register(string State, string On, string? KnownAt, IReadOnlyList<NormAnswer> Norms)
    {
        internal static Register Of(string state, DateOnly on, DateOnly? knownAt, IReadOnlyList<NormStanding> norms) =>
            new(state, LawVerb.Write(on), knownAt is { } known ? LawVerb.Write(known) : null, [.. norms.Select(norm => NormAnswer.Of(norm))]);
    }

    internal static NormAnswer Of(NormStanding standing, long? version = null)
    {
        var norm = standing.Norm;
        return new NormAnswer(
            norm.Id, norm.Paragraph, norm.En, norm.Ja, Said(norm.Note), norm.Provenance.Source, norm.Provenance.AsOf?.ToString(), norm.Provenance.Confidence.ToString(),
            NormWords.Of(standing.Level), standing.Standing.Count(), standing.Evidence.Count - standing.Standing.Count(), standing.LastChange, version,
            [.. standing.Assessments.Select(one => new AssessmentLine(one.Owner, one.Number, standing.Current.Contains(one), NormWords.Of(one.Level), LawVerb.Write(one.AsOf), one.Reason, one.SaidBy, one.IsExercise, one.RecordedAt, one.RecordedName))],
            [.. standing.Evidence.Select(one => new EvidenceLine(one.Id, one.Owner, LawVerb.Write(one.Day), one.Statement, one.Words, one.Source, NormWords.Of(one.Kind), Said(one.Reference), one.IsExercise, one.RecordedAt, one.RecordedName, one.Withdrawal?.At, one.Withdrawal?.ByName, one.Withdrawal?.Reason))]);
    }

    private static string? Said(string text) => text.Length == 0 ? null : text;
}
