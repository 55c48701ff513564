using System.Globalization;
using System.Security.Claims;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Noroshi.Contracts;
using Noroshi.Kernel;
using Noroshi.Shell;
using Noroshi.Shell.Access;
using Noroshi.Storage;

namespace Noroshi.Diplomacy.Brief;

/// <summary>Asks every room that knows something about a state, and puts the answers in reading order. A room that fails or is slow is named; the others are shown.</summary>
internal sealed partial class MakeBrief(IEnumerable<IStateProfileSource> sources, IReadOnlyList<NoroshiModule> modules, IStateNames names, BriefAsking asking, NodeOptions options, TimeProvider clock, ILogger<MakeBrief> log)
{
    /// <summary>How long a room may think: somebody looks at an empty page for that long.</summary>
    internal static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>The brief with what this person may read.</summary>
    internal Task<StateBrief> ForPersonAsync(BriefAsk ask, ClaimsPrincipal person, CancellationToken cancel)
    {
        // Nobody means everything further down: a caller that lost its person must not get there.
        ArgumentNullException.ThrowIfNull(person);
        return MakeAsync(ask, person, person.DisplayName() is { Length: > 0 } name ? name : person.UserId(), cancel);
    }

    /// <summary>The brief for whoever runs the node's verbs over its folder: everything.</summary>
    internal Task<StateBrief> ForFolderAsync(BriefAsk ask, CancellationToken cancel) => MakeAsync(ask, null, BriefWords.Say(ask.Language, "MadeByVerb"), cancel);

    private async Task<StateBrief> MakeAsync(BriefAsk ask, ClaimsPrincipal? person, string madeBy, CancellationToken cancel)
    {
        // Rooms take their words in the culture of the interface; set here, it ends with this method.
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = ask.Language;
        var question = new ProfileQuestion(asking.OwnState, ask.State, ask.Day, ask.Language, person);
        var answers = await Task.WhenAll(sources.Select(source => AnswerAsync(source, question, cancel)));
        return new StateBrief(
            asking.OwnState.ToString(),
            names.NameOf(asking.OwnState, ask.Language),
            ask.State.ToString(),
            names.NameOf(ask.State, ask.Language),
            ask.Language.TwoLetterISOLanguageName,
            ask.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            clock.GetUtcNow(),
            madeBy,
            ask.Marking.Label(),
            options.Exercise,
            [.. Enum.GetValues<ProfileTopic>().Select(topic => Topic(topic, answers, ask.Language))]);
    }

    private static BriefTopic Topic(ProfileTopic topic, Answer[] answers, CultureInfo language)
    {
        var about = answers.Where(answer => answer.Source.Topics.Contains(topic)).ToList();
        var sections = answers.SelectMany(answer => answer.Sections ?? []).Where(section => section.Topic == topic).Select(BriefSection.Of).ToList();
        var missing = about.Where(answer => answer.Sections is null).Select(answer => answer.Room).Distinct(StringComparer.Ordinal).ToList();
        var standing = sections.Count > 0 ? TopicStanding.Shown
            : missing.Count > 0 ? TopicStanding.Missing
            : about.Count > 0 ? TopicStanding.NotOpen
            : TopicStanding.NotKept;
        return new BriefTopic(JsonNamingPolicy.KebabCaseLower.ConvertName(topic.ToString()), BriefWords.Say(language, "Topic_" + topic), standing, missing, sections);
    }

    private async Task<Answer> AnswerAsync(IStateProfileSource source, ProfileQuestion question, CancellationToken cancel)
    {
        var room = RoomOf(source);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        try
        {
            // On a thread of its own: a room that computes instead of waiting would hold up the others, and the clock.
            var asked = Task.Run(() => source.SectionsAsync(question, patience.Token), patience.Token);
            return new Answer(source, room, await asked.WaitAsync(Patience, clock, cancel));
        }
        catch (Exception failure) when (!cancel.IsCancellationRequested)
        {
            await patience.CancelAsync();
            LogMissing(log, source.GetType().FullName ?? "", question.State.ToString(), failure);
            return new Answer(source, room, null);
        }
    }

    /// <summary>What people call the room of a source: as the side navigation does.</summary>
    private string RoomOf(IStateProfileSource source)
    {
        var module = modules.FirstOrDefault(each => each.GetType().Assembly == source.GetType().Assembly);
        return module is null ? BriefWords.Say(CultureInfo.CurrentUICulture, "ReferenceData") : module.Navigation.OrderBy(entry => entry.Order).FirstOrDefault()?.Title() ?? module.Name;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Source} did not answer for the brief on {State}; the brief names it as missing.")]
    private static partial void LogMissing(ILogger logger, string source, string state, Exception failure);

    /// <summary>What one source said; null where it did not answer.</summary>
    private sealed record Answer(IStateProfileSource Source, string Room, IReadOnlyList<ProfileSection>? Sections);
}
