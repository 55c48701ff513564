using System.Globalization;
using System.Resources;
using Noroshi.Diplomacy.Brief.Ui;

namespace Noroshi.Diplomacy.Brief;

/// <summary>The words of a brief in its own language, which need not be that of the request or of the terminal.</summary>
internal static class BriefWords
{
    private static readonly ResourceManager _text = new(typeof(BriefText));

    internal static string Say(CultureInfo language, string key) => _text.GetString(key, language) ?? key;

    internal static string Say(CultureInfo language, string key, params object?[] values) => string.Format(language, Say(language, key), values);

    /// <summary>A moment in UTC, to the minute.</summary>
    internal static string Moment(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) + "Z";

    /// <summary>What heads every page.</summary>
    internal static string Marking(StateBrief brief) => brief.Exercise ? $"EXERCISE / 演習 · {brief.Marking}" : brief.Marking;

    /// <summary>The day, who made it, and when.</summary>
    internal static string Lead(StateBrief brief) => Say(brief.Culture, "BriefLead", brief.Day, brief.MadeBy, Moment(brief.MadeAt), brief.OwnName);

    /// <summary>The fact with what must not be overlooked in front: overdue, exercise.</summary>
    internal static string Fact(StateBrief brief, BriefFact fact) =>
        (fact.Overdue ? Say(brief.Culture, "OverdueMark") : "") + (fact.Exercise ? Say(brief.Culture, "ExerciseMark") : "") + fact.Text;

    /// <summary>The source, then date and confidence. C and D are said in words beside each fact; what A and B mean stands once, in the legend.</summary>
    internal static IReadOnlyList<string> Provenance(StateBrief brief, BriefFact fact) =>
        [Say(brief.Culture, "Source", fact.Source), (fact.AsOf is { } date ? Say(brief.Culture, "AsOf", date) : Say(brief.Culture, "AsOfUnknown")) + " · " + Confidence(brief, fact)];

    /// <summary>What the letters mean.</summary>
    internal static string Legend(StateBrief brief) => Say(brief.Culture, "Legend", string.Join(
        Say(brief.Culture, "Semicolon"),
        Enum.GetValues<Kernel.Confidence>().Select(level => Say(brief.Culture, "Confidence", level, Say(brief.Culture, "Confidence_" + level)))));

    private static string Confidence(StateBrief brief, BriefFact fact) => fact.Level switch
    {
        null => Say(brief.Culture, "OwnRecord"),
        Kernel.Confidence.A or Kernel.Confidence.B => Say(brief.Culture, "ConfidenceLetter", fact.Confidence),
        _ => Say(brief.Culture, "Confidence", fact.Confidence, Say(brief.Culture, "Confidence_" + fact.Confidence)),
    };

    /// <summary>What there is to say of a topic besides its sections; empty for nothing.</summary>
    internal static IReadOnlyList<string> Remarks(StateBrief brief, BriefTopic topic) =>
    [
        .. topic.Standing == TopicStanding.NotOpen ? [Say(brief.Culture, "NotOpen")] : Array.Empty<string>(),
        .. topic.Missing.Select(room => Say(brief.Culture, "MissingRoom", room)),
    ];

    /// <summary>Which topics nobody keeps; null where all are kept.</summary>
    internal static string? NotKept(StateBrief brief) => brief.NotKept.Count == 0
        ? null
        : Say(brief.Culture, "NotKept", string.Join(Say(brief.Culture, "Comma"), brief.NotKept.Select(topic => topic.Title)));
}
