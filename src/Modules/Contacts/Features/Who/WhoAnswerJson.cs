using Noroshi.Contacts.Domain;
using Noroshi.Kernel;

namespace Noroshi.Contacts.Features;

/// <summary>The answer to "who do I call now" as JSON, the same from API and verb.</summary>
/// <param name="State">State asked for.</param>
/// <param name="Function">Function asked for.</param>
/// <param name="At">The moment asked for, UTC.</param>
/// <param name="Recorded">False where the state has no valid point with that function here.</param>
/// <param name="Answers">Best first.</param>
/// <param name="Others">Where nothing is recorded: points with other functions of that state.</param>
/// <param name="Note">Said where nothing is recorded.</param>
internal sealed record WhoAnswerJson(string State, string Function, DateTimeOffset At, bool Recorded, IReadOnlyList<WhoAnswerJson.Line> Answers, IReadOnlyList<WhoAnswerJson.Line> Others, string? Note)
{
    /// <summary>A point to call.</summary>
    /// <remarks><c>Open</c> is null where no hours are recorded; <c>HolidaysKnown</c> is false where nobody recorded whether the day is a holiday there.</remarks>
    internal sealed record Line(
        string Point, string Organisation, string OrganisationJa, string Function, IReadOnlyList<Way> Channels, string LocalTime, string? Zone, bool? Open, DateTimeOffset? OpensAt, DateTimeOffset? ClosesAt,
        string? Holiday, bool HolidaysKnown, IReadOnlyList<string> Languages, IReadOnlyList<string> Shared, CheckNote? LastCheck, string? StandsInFor, bool Exercise, string Source, string? AsOf, string Confidence,
        IReadOnlyList<Step> Next);

    /// <summary>A channel.</summary>
    internal sealed record Way(string Kind, string Value);

    /// <summary>The newest communication check.</summary>
    internal sealed record CheckNote(DateTimeOffset SentAt, DateTimeOffset? AnsweredAt, bool Overdue);

    /// <summary>Whom to try next.</summary>
    internal sealed record Step(string Point, string Organisation, string Function, string Reason, bool? Open, string LocalTime, IReadOnlyList<Way> Channels);

    internal static WhoAnswerJson Of(WhoAnswer answer)
    {
        var question = answer.Question;
        var word = ContactWords.Of(question.Function);
        var note = answer.Lines.Count > 0 ? null
            : answer.Others.Count > 0 ? $"No valid point with the function '{word}' is recorded for {question.State}. Others of that state are listed under 'others'; they were not made for this."
            : $"No valid point is recorded for {question.State}.";
        return new WhoAnswerJson(question.State.ToString(), word, question.At, answer.Lines.Count > 0, [.. answer.Lines.Select(Of)], [.. answer.Others.Select(Of)], note);
    }

    private static Line Of(WhoLine line)
    {
        var (point, open) = (line.Point, line.Openness);
        return new Line(
            point.Id, line.Body.Name(japanese: false), line.Body.NameJa, ContactWords.Of(point.Function), Ways(point), LocalTime(open), point.Hours.Zone.Length > 0 ? point.Hours.Zone : null, IsOpen(open), open.OpensAt, open.ClosesAt,
            open.Holiday?.NameEn, open.HolidaysKnown, point.Languages, line.Shared, line.Checks is { } checks ? new CheckNote(checks.Last.SentAt, checks.Last.AnsweredAt, line.IsOverdue) : null, line.StandsInFor?.Id,
            point.IsExercise, point.Provenance.Source, point.Provenance.AsOf?.ToString(), point.Provenance.Confidence.ToString(),
            [.. line.Next.Select(step => new Step(step.Point.Id, step.Body.Name(japanese: false), ContactWords.Of(step.Point.Function), Reason(step.Reason), IsOpen(step.Openness), LocalTime(step.Openness), Ways(step.Point)))]);
    }

    internal static string LocalTime(Openness open) => open.LocalTime.ToString("yyyy-MM-dd'T'HH:mmzzz", System.Globalization.CultureInfo.InvariantCulture);

    private static bool? IsOpen(Openness open) => open.IsOpen switch { Truth.Yes => true, Truth.No => false, _ => null };

    private static IReadOnlyList<Way> Ways(ContactPoint point) => [.. point.Channels.Select(channel => new Way(ContactWords.Of(channel.Kind), channel.Value))];

    private static string Reason(StepReason reason) => reason switch { StepReason.Alternate => "alternate", StepReason.SameFunction => "same-function", _ => "other-function" };
}
