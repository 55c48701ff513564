using Noroshi.Diplomacy.Desk.Domain;

namespace Noroshi.Diplomacy.Desk.Features;

/// <summary>A statement as JSON.</summary>
/// <remarks>
/// <c>Stance</c>: From -2 to 2 on the scale of the topic: a reading, not a quotation; null where no position was taken.<br/>
/// <c>Group</c>: Organisation of states whose members inherit the position.
/// </remarks>
internal sealed record StatementAnswer(
    string Id, string? Meeting, BothTexts? Document, string Date, string? State, BothTexts? Organisation, string? Group, BothTexts? Office, string Topic, int? Stance, BothTexts? Text, OriginAnswer Origin)
{
    internal static StatementAnswer Of(Statement one) => new(
        one.Id, BothTexts.Said(one.Meeting), BothTexts.Of(one.Document), one.Date.ToString(), MeetingAnswer.Code(one.State), BothTexts.Of(one.Organisation), BothTexts.Said(one.Group),
        BothTexts.Of(one.Office), one.Topic, one.Stance, BothTexts.Of(one.Text), OriginAnswer.Of(one.Origin));
}
