using Microsoft.Extensions.Localization;
using Noroshi.Contacts.Domain;
using Noroshi.Contracts;
using Noroshi.Kernel;

namespace Noroshi.Contacts.Ui.Profile;

/// <summary>Says of one desk whether it is open, how it is reached, which languages it speaks and how it answered the last check.</summary>
internal sealed class AnswerSentence(ContactLabels labels, IStringLocalizer<ContactProfileText> text)
{
    private const int MostChannels = 3;

    internal ProfileFact Of(WhoLine line, DateTimeOffset now)
    {
        var point = line.Point;
        return new ProfileFact(
            text["Desk", labels.Of(point.Function), ContactLabels.Name(line.Body, point), Open(line.Openness)],
            point.Provenance.Source)
        {
            Detail = string.Join(" · ", Parts(line, now)),
            AsOf = point.Provenance.AsOf,
            Confidence = point.Provenance.Confidence,
            Href = "/contacts/points/" + point.Id,
            Burning = line.IsOverdue,
            Exercise = point.IsExercise || line.Body.IsExercise,
        };
    }

    private IEnumerable<string> Parts(WhoLine line, DateTimeOffset now)
    {
        yield return line.Point.Channels.Count == 0
            ? text["NoChannel"]
            : string.Join(labels.Comma, line.Point.Channels.Take(MostChannels).Select(channel => $"{labels.Of(channel.Kind)} {channel.Value}"));
        yield return text["Speaks", labels.Languages(line.Point.Languages)];
        yield return text["TimeThere", ContactLabels.LocalDay(line.Openness.LocalTime), ContactLabels.LocalClock(line.Openness.LocalTime), ContactLabels.Offset(line.Openness.LocalTime)];
        yield return Check(line, now);
        if (line.Next.Count > 0) yield return text["NextStep", ContactLabels.Name(line.Next[0].Body, line.Next[0].Point), labels.Of(line.Next[0].Point.Function)];
    }

    private string Open(Openness openness) => openness.IsOpen switch
    {
        Truth.Yes => openness.ClosesAt is { } closes ? text["OpenUntil", ContactLabels.Moment(closes)] : text["Open"],
        Truth.No => openness.OpensAt is { } opens ? text["ClosedUntil", ContactLabels.Moment(opens)] : text["Closed"],
        _ => text["HoursUnknown"],
    };

    private string Check(WhoLine line, DateTimeOffset now) => line.Checks is not { } checks
        ? text["NeverChecked"]
        : checks.Last.StatusAt(now) switch
        {
            CheckStatus.Overdue => text["CheckOverdue", ContactLabels.Moment(checks.Last.SentAt)],
            CheckStatus.Waiting => text["CheckWaiting", ContactLabels.Moment(checks.Last.SentAt)],
            _ => text["CheckAnswered", ContactLabels.Moment(checks.Last.SentAt), checks.Last.Latency is { } took ? labels.Length(took) : text["LengthUnknown"]],
        };
}
