using System.Text.Json;
using System.Text.Json.Nodes;
using Noroshi.Contacts.Domain;
using Noroshi.Contacts.Hotline;

namespace Noroshi.Contacts.Features;

/// <summary>What <c>contacts.check</c> asks of a peer's node. It names lengths of time, no moments: the two clocks may differ.</summary>
/// <param name="Check">The asking node's id of the check.</param>
/// <param name="Point">What the asked node calls its point.</param>
/// <param name="Announced">True where the asked side was told beforehand.</param>
/// <param name="Within">How long an answer counts as timely.</param>
/// <param name="Life">How long an answer is taken.</param>
internal sealed record CheckContent(string Check, string Point, bool Announced, TimeSpan Within, TimeSpan Life)
{
    internal const string Type = "contacts.check";
    internal const string AnswerType = "contacts.check-answer";
    private const int LongestId = 100;

    internal static CheckContent Of(ContactCheck check, ContactPoint point) =>
        new(check.Id, EntryNames.AtPeer(point), check.Announced, check.DueAt - check.SentAt, check.ExpiresAt - check.SentAt);

    internal JsonElement ToWire() => JsonSerializer.SerializeToElement(new JsonObject
    {
        ["v"] = 1,
        ["check"] = Check,
        ["point"] = Point,
        ["announced"] = Announced,
        ["within"] = (long)Within.TotalSeconds,
        ["life"] = (long)Life.TotalSeconds,
    });

    /// <summary>The answer to a check: that somebody is there, and nothing else.</summary>
    internal static JsonElement Answer(string check) => JsonSerializer.SerializeToElement(new JsonObject { ["v"] = 1, ["check"] = check });

    /// <exception cref="WrongContentException">The content is not a check.</exception>
    internal static CheckContent Read(JsonElement data)
    {
        WireReader.Only(data, ["v", "check", "point", "announced", "within", "life"], "check");
        WireReader.Version(data);
        var most = (long)ContactCheck.LinkLife.TotalSeconds;
        var within = WireReader.Whole(data, "within", 60, most);
        return new CheckContent(
            Id(data), WireReader.Text(data, "point", LongestId), WireReader.Truth(data, "announced"), TimeSpan.FromSeconds(within), TimeSpan.FromSeconds(WireReader.Whole(data, "life", within, most)));
    }

    /// <summary>The check that an answer answers.</summary>
    /// <exception cref="WrongContentException">It names none.</exception>
    internal static string ReadAnswer(JsonElement data)
    {
        WireReader.Only(data, ["v", "check"], "answer");
        WireReader.Version(data);
        return Id(data);
    }

    // The id stands in addresses and on pages.
    private static string Id(JsonElement data) =>
        WireReader.Text(data, "check", 64) is { } id && id.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-') ? id : throw WireReader.Malformed("check");
}
