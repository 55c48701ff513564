using Microsoft.Extensions.Localization;
using Noroshi.Capacity.Registry;
using Noroshi.Contracts;

namespace Noroshi.Capacity.Ui;

/// <summary>What the room says of a state in its profile: projects with it, and how mature it was found, model by model.</summary>
/// <remarks>A brief is never freer than TLP:AMBER and leaves the organisation; what is marked stricter is counted, not shown.</remarks>
internal sealed class CapacityOfState(ReadCapacity reading, CapacityLabels labels, IStringLocalizer<CapacityText> text) : IStateProfileSource
{
    private const int MostProjects = 12;

    /// <inheritdoc/>
    public IReadOnlyList<ProfileTopic> Topics { get; } = [ProfileTopic.Projects, ProfileTopic.Maturity];

    /// <inheritdoc/>
    public async Task<IReadOnlyList<ProfileSection>> SectionsAsync(ProfileQuestion question, CancellationToken cancel)
    {
        if (question.Person?.ReadsCapacity() == false) return [];
        var record = await reading.ForAsync(question.Person, cancel);
        return [Projects(record, question), Needs(record, question), Maturity(record, question)];
    }

    private ProfileSection Projects(CapacityRecord record, ProfileQuestion question)
    {
        var all = record.Projects.Where(one => (one.States.Contains(question.State) || one.Donor == question.State) && one.Start?.First <= question.Day).ToList();
        var shown = all.Where(one => !one.Origin.StaysInside).ToList();
        return new ProfileSection(ProfileTopic.Projects, text["Projects"], text["ProfileNoProjects"])
        {
            Href = $"/capacity/projects?state={question.State}",
            Note = Withheld(all.Count - shown.Count),
            Facts = [.. shown.OrderByDescending(one => one.IsRunning(question.Day)).ThenByDescending(one => one.Start).Take(MostProjects).Select(one => Fact(text["ProfileProject", one.Title, labels.Word("status", one.Status)], one.Origin) with
            {
                Detail = text["ProfileProjectDetail", labels.Dates(one.Start, one.End), one.Organisations.Any() ? string.Join(text["ListComma"], one.Organisations.Take(4).Select(record.OrganisationName)) : text["NotRecorded"].Value, Money(one, record)],
                Href = "/capacity/projects/" + one.Id,
            })],
        };
    }

    private ProfileSection Needs(CapacityRecord record, ProfileQuestion question)
    {
        var all = record.Needs.Where(one => one.State == question.State && one.IsOpen(question.Day)).ToList();
        return new ProfileSection(ProfileTopic.Projects, text["OpenNeeds"], text["ProfileNoNeeds"])
        {
            Href = $"/capacity/needs?state={question.State}&open=1",
            Note = Withheld(all.Count(one => one.Origin.StaysInside)),
            Facts = [.. all.Where(one => !one.Origin.StaysInside).Select(one => Fact(one.Title, one.Origin) with { Detail = text["ProfileNeedDetail", labels.Topic(one.Topic), labels.Word("priority", one.Priority.ToString(System.Globalization.CultureInfo.InvariantCulture)), labels.Date(one.Until)], Href = "/capacity/matches?need=" + one.Id })],
        };
    }

    private ProfileSection Maturity(CapacityRecord record, ProfileQuestion question)
    {
        var all = record.Assessments.Where(one => one.State == question.State && one.Date.First <= question.Day).GroupBy(one => one.Model.Id).Select(group => group.First()).ToList();
        return new ProfileSection(ProfileTopic.Maturity, text["Assessments"], text["ProfileNoMaturity"])
        {
            Href = $"/capacity/states/{question.State}",
            Note = string.Join(' ', new[] { text["NeverAveraged"].Value, Withheld(all.Count(one => one.Origin.StaysInside)) }.OfType<string>()),
            Facts = [.. all.Where(one => !one.Origin.StaysInside).Select(one => Fact(text["ProfileAssessed", one.Model.Id, one.Date.ToString(), labels.Age(one, question.Day)], one.Origin) with
            {
                Detail = text["ProfileLevels", one.Assessor, string.Join(text["ListComma"], one.Scores.OrderBy(score => one.Model.Place(score.Level)).Take(6).Select(score => text["ProfileLevel", labels.Node(one.Model, score.Code), labels.Level(one.Model, score)].Value)), one.Scores.Count],
                AsOf = one.Date,
                Href = "/capacity/assessments/" + one.Id,
            })],
        };
    }

    private string Money(Project one, CapacityRecord record) => Results.ProjectMoney.Of(one, record).Where(money => money.Budget is not null).ToList() is { Count: > 0 } budgets
        ? string.Join(text["ListComma"], budgets.Select(money => text["Sum", labels.Figure(money.Budget), labels.Currency(money.Currency)].Value))
        : text["NotRecorded"];

    private string? Withheld(int count) => count > 0 ? text["ProfileWithheld", count].Value : null;

    private static ProfileFact Fact(string said, Origin origin) => new(said, origin.Provenance.Source)
    {
        AsOf = origin.Provenance.AsOf,
        Confidence = origin.Provenance.Confidence,
        Exercise = origin.Stamp.IsExercise,
    };
}
