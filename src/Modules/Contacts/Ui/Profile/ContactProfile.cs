using Microsoft.Extensions.Localization;
using Noroshi.Contacts.Domain;
using Noroshi.Contacts.Features;
using Noroshi.Contracts;
using Noroshi.Kernel;

namespace Noroshi.Contacts.Ui.Profile;

/// <summary>Who answers in another state at this moment, function by function, and how fast its desks answered our checks.</summary>
internal sealed class ContactProfile(AskWho asking, ShowChecks showing, ContactDirectory directory, ContactLabels labels, AnswerSentence sentence, IStringLocalizer<ContactProfileText> text, TimeProvider clock) : IStateProfileSource
{
    private const int MostOfAFunction = 4;

    /// <inheritdoc/>
    public IReadOnlyList<ProfileTopic> Topics { get; } = [ProfileTopic.Contacts];

    /// <inheritdoc/>
    public async Task<IReadOnlyList<ProfileSection>> SectionsAsync(ProfileQuestion question, CancellationToken cancel)
    {
        // Operators see the desks of their own state only, so that "none" would be wrong for them.
        if (question.Person is { } person && !person.SeesAbroad()) return [];
        var now = clock.GetUtcNow();
        var answering = await AnsweringAsync(question, now, cancel);
        return question.Person is { } asker && !asker.Checks() ? [answering] : [answering, await ChecksAsync(question, now, cancel)];
    }

    private async Task<ProfileSection> AnsweringAsync(ProfileQuestion question, DateTimeOffset now, CancellationToken cancel)
    {
        var (facts, missing) = (new List<ProfileFact>(), new List<string>());
        foreach (var function in Enum.GetValues<ContactFunction>())
        {
            var who = new WhoQuestion(question.State, function, now, [question.Language.TwoLetterISOLanguageName, "en"]);
            var answer = question.Person is { } person ? await asking.AskAsync(who, person, cancel) : await asking.AskAsync(who, cancel);
            if (answer.Lines.Count == 0) missing.Add(labels.Of(function));
            // Who stands in for a silent desk is named with it, and stands under its own function.
            facts.AddRange(answer.Lines.Where(line => line.StandsInFor is null).Take(MostOfAFunction).Select(line => sentence.Of(line, now)));
        }

        return new ProfileSection(ProfileTopic.Contacts, text["Answering", ContactLabels.Moment(now)], text["NoPoints"])
        {
            Facts = facts,
            Note = facts.Count == 0 || missing.Count == 0 ? null : (string)text["NoPointFor", string.Join(labels.Comma, missing)],
            Href = "/contacts?q=" + question.State,
        };
    }

    private async Task<ProfileSection> ChecksAsync(ProfileQuestion question, DateTimeOffset now, CancellationToken cancel)
    {
        var book = await directory.CurrentAsync(cancel);
        var checks = (question.Person is { } person ? await showing.ListAsync(person, cancel) : await showing.ListAsync(cancel))
            .Where(check => book.Point(check.PointId) is { } point && book.StateOf(point) == question.State);
        return new ProfileSection(ProfileTopic.Contacts, text["Checks"], text["NoChecks"])
        {
            Facts = [.. checks.GroupBy(check => book.Point(check.PointId)!.Function).OrderBy(group => group.Key).Select(group => OfChecks(group, book, now))],
            Note = text["ChecksNote"],
            Href = "/contacts/checks",
        };
    }

    private ProfileFact OfChecks(IGrouping<ContactFunction, ContactCheck> checks, ContactBook book, DateTimeOffset now)
    {
        var figures = CheckFigures.Of(checks, now);
        return new ProfileFact(
            figures.Sent == 0 ? text["ChecksWaiting", labels.Of(checks.Key), figures.Waiting] : text["ChecksLine", labels.Of(checks.Key), figures.Answered, figures.Sent, figures.Timely],
            text["OwnChecks"])
        {
            Detail = figures is { Median: { } median, P90: { } slow } ? text["Latency", labels.Length(median), labels.Length(slow), figures.Answered] : text["NoLatency"],
            AsOf = (PartialDate)DateOnly.FromDateTime(checks.Max(check => check.AnsweredAt ?? check.SentAt).UtcDateTime),
            Exercise = checks.Any(check => book.Point(check.PointId)!.IsExercise),
        };
    }
}
