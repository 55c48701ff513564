using Microsoft.Extensions.Localization;
using Noroshi.Contracts;
using Noroshi.Diplomacy.Desk.Domain;
using Noroshi.Diplomacy.Desk.Features;
using Noroshi.Kernel;

namespace Noroshi.Diplomacy.Desk.Ui;

/// <summary>What the desk says of a state in its profile: strategies, bodies, positions, promises between us, meetings, measures.</summary>
internal sealed class DeskOfState(ReadDesk reading, DeskLabels labels, IStringLocalizer<DeskText> text) : IStateProfileSource
{
    private const int MostMeetings = 12;

    /// <inheritdoc/>
    public IReadOnlyList<ProfileTopic> Topics { get; } =
        [ProfileTopic.Strategies, ProfileTopic.Organisations, ProfileTopic.Positions, ProfileTopic.Commitments, ProfileTopic.Meetings, ProfileTopic.Confidence];

    /// <inheritdoc/>
    public async Task<IReadOnlyList<ProfileSection>> SectionsAsync(ProfileQuestion question, CancellationToken cancel)
    {
        if (question.Person?.ReadsDiplomacy() == false) return [];
        var record = await reading.ForAsync(question.Person, cancel);
        return [Strategies(record, question), Bodies(record, question), Positions(record, question), Commitments(record, question), Meetings(record, question), Practices(record, question)];
    }

    private ProfileSection Strategies(DiplomaticRecord record, ProfileQuestion question) => new(ProfileTopic.Strategies, text["ProfileStrategies"], text["ProfileNothing"])
    {
        Href = $"/diplomacy/papers?state={question.State}",
        Facts = [.. record.Strategies.Where(one => one.State == question.State && one.Date.First <= question.Day).Select(one =>
            Fact(text["ProfileNamed", Say(one.Name), one.Date.ToString()], one.Origin) with { Detail = text["ProfileKind", labels.PaperKind(one.Kind), Say(one.Purpose)] + (one.Successors.Count > 0 ? text["ProfileReplaced"] : "") })],
    };

    private ProfileSection Bodies(DiplomaticRecord record, ProfileQuestion question) => new(ProfileTopic.Organisations, text["ProfileBodies"], text["ProfileNothing"])
    {
        Href = $"/diplomacy/papers?state={question.State}#bodies",
        Facts = [.. record.Bodies.Where(one => one.State == question.State && one.Period.Contains(question.Day) != Truth.No).Select(one =>
            Fact(Say(one.Name), one.Origin) with { Detail = text["ProfileKind", labels.BodyKind(one.Kind), text["ProfileNamed", Say(one.Purpose), labels.Of(one.Period)].Value] })],
    };

    private ProfileSection Positions(DiplomaticRecord record, ProfileQuestion question)
    {
        var positions = record.PositionsOn(question.Day);
        return new ProfileSection(ProfileTopic.Positions, text["ProfilePositions"], text["ProfileNoPosition"])
        {
            Href = $"/diplomacy/matrix?states={question.OwnState},{question.State}",
            Note = text["ProfilePositionNote"],
            Facts = [.. positions.Of(question.State, record.Topics).SelectMany(position => position.Latest.Select(held => Fact(
                text["ProfileKind", Say(record.Topic(position.Topic)!.Name), text["ProfileNamed", DeskLabels.Stance(held.Stance), held.Statement.Date + (held.IsInherited ? text["ProfileInherited", held.Group] : "")].Value], held.Statement.Origin) with
            {
                Detail = Say(held.Statement.Text) + Moved(position) + Ours(positions.Of(question.OwnState, position.Topic)),
                Href = $"/diplomacy/topics/{position.Topic}?state={question.State}#evidence",
            }))],
        };
    }

    private ProfileSection Commitments(DiplomaticRecord record, ProfileQuestion question) => new(ProfileTopic.Commitments, text["CommitmentsBetween"], text["ProfileNoCommitment"])
    {
        Href = $"/diplomacy/commitments?state={question.State}",
        Facts = [.. record.Standings.Where(one => DiplomaticRecord.Concerns(one.Commitment, question.State) && DiplomaticRecord.Concerns(one.Commitment, question.OwnState) && one.Commitment.Date.First <= question.Day)
            .OrderByDescending(one => one.IsOverdue(question.Day)).ThenByDescending(one => one.IsOpen).ThenByDescending(one => one.Commitment.Date)
            .Select(one => Fact(Say(one.Commitment.Text), one.Commitment.Origin) with
            {
                Burning = one.IsOverdue(question.Day),
                Detail = text["ProfileCommitment", one.Commitment.Date.ToString(), Say(one.Commitment.Owner), one.Commitment.Due?.ToString() ?? text["NoDue"].Value, labels.Of(one.Status)],
                Href = "/diplomacy/commitments/" + one.Commitment.Id,
            })],
    };

    private ProfileSection Meetings(DiplomaticRecord record, ProfileQuestion question) => new(ProfileTopic.Meetings, text["MeetingsTogether"], text["ProfileNothing"])
    {
        Href = $"/diplomacy/meetings?state={question.State}",
        Note = text["NamedNote"],
        Facts = [.. record.Meetings.Where(one => one.StatesNamed.Contains(question.State) && one.StatesNamed.Contains(question.OwnState)).Take(MostMeetings).Select(one =>
            Fact(text["ProfileNamed", Say(one.Name), labels.Dates(one.Start, one.End)], one.Origin) with { Detail = one.Place.IsEmpty ? null : Say(one.Place), Href = "/diplomacy/meetings/" + one.Id })],
    };

    private ProfileSection Practices(DiplomaticRecord record, ProfileQuestion question) => new(ProfileTopic.Confidence, text["WhoDoes"], text["ProfileNoPractice"])
    {
        Href = $"/diplomacy/measures?state={question.State}",
        Facts = [.. record.Practices.Where(one => one.State == question.State && one.Date.First <= question.Day).OrderByDescending(one => one.Date).Select(one =>
            Fact($"{one.Measure} {Say(record.Measure(one.Measure)?.Text ?? default)}", one.Origin) with { Detail = text["ProfileKind", one.Date.ToString(), Say(one.Evidence)] })],
    };

    private string Moved(Position position) => position.MovedFrom is { } before ? text["ProfileMoved", DeskLabels.Stance(before.Stance), before.Statement.Date.ToString()] : "";

    private string Ours(Position? ours) => ours?.Latest is [var held, ..] ? text["ProfileOurs", DeskLabels.Stance(held.Stance), held.Statement.Date.ToString()] : text["ProfileOursUnknown"];

    private static ProfileFact Fact(string said, Origin origin) => new(said, origin.Provenance.Source)
    {
        AsOf = origin.Provenance.AsOf,
        Confidence = origin.Provenance.Confidence,
        Exercise = origin.Stamp?.IsExercise == true,
    };

    private static string Say(Wording wording) => wording.In(DeskLabels.Japanese);
}
