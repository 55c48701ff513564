using System.Text.Json;
using Noroshi.Exchange.Sharing;
using Noroshi.Kernel;

namespace Noroshi.Tests.Exchange.Sharing;

/// <summary>Objects, parties and terms that the tests of the rules share. All invented.</summary>
internal static class Scene
{
    public const string PapRed = "marking-definition--00000000-0000-4000-8000-00000000000a";
    public const string Words = "marking-definition--00000000-0000-4000-8000-00000000000b";
    public const string Stranger = "marking-definition--00000000-0000-4000-8000-00000000000c";

    public static readonly DateTimeOffset Now = new(2026, 11, 28, 9, 0, 0, TimeSpan.Zero);
    public static readonly CountryCode Japan = CountryCode.Parse("JP");
    public static readonly CountryCode Philippines = CountryCode.Parse("PH");

    public static readonly Recipient Aiko = Recipient.Person("aiko", "cert", Japan);
    public static readonly Recipient Bayani = Recipient.Person("bayani", "plant", Philippines, "cert");
    public static readonly Recipient Cert = Recipient.Organisation("cert", Japan);
    public static readonly Recipient Manila = Recipient.Node("node-ph", Philippines);

    public static MarkingBook Book { get; } = MarkingBook.Of(
    [
        Json($$$"""{"type":"marking-definition","spec_version":"2.1","id":"{{{PapRed}}}","created":"2026-01-01T00:00:00.000Z","definition_type":"statement","name":"PAP:RED","definition":{"statement":"PAP:RED"} }"""),
        Json($$$"""{"type":"marking-definition","spec_version":"2.1","id":"{{{Words}}}","created":"2026-01-01T00:00:00.000Z","definition_type":"statement","definition":{"statement":"EXERCISE. Name us as the source."}}"""),
    ]);

    public static JsonElement Json(string text) => JsonElement.Parse(text);

    /// <summary>An indicator with markings on the whole, and on its description where a second one is given.</summary>
    public static JsonElement Indicator(IEnumerable<string> markings, string? onDescription = null, string selectors = "\"description\"")
    {
        var refs = string.Join(',', markings.Select(id => $"\"{id}\""));
        var granular = onDescription is null ? "" : $",\"granular_markings\":[{{\"marking_ref\":\"{onDescription}\",\"selectors\":[{selectors}]}}]";
        return Json($$$"""{"type":"indicator","spec_version":"2.1","id":"indicator--8e2e2d2b-17d4-4cbf-938f-98ee46b3cd3f","created":"2026-04-06T20:03:48.000Z","modified":"2026-04-06T20:03:48.000Z","name":"EXERCISE","description":"d","pattern_type":"stix","pattern":"[ipv4-addr:value = '198.51.100.7']","valid_from":"2026-04-06T20:03:48Z","external_references":[{"source_name":"a","url":"https://a.example/"},{"source_name":"b","url":"https://b.example/"}],"x_count":1.50{{{(refs.Length == 0 ? "" : $",\"object_marking_refs\":[{refs}]")}}}{{{granular}}}}""");
    }

    public static CollectionTerms Terms(Audience members) => new("alerts", Tlp.Red, members) { Honours = Pap.Red };

    public static ReleaseRequest Ask(Recipient recipient, Exit exit = Exit.Ui, Purpose purpose = Purpose.Defence) => new(recipient, exit, Now) { Purpose = purpose };

    public static ReleaseDecision Decide(JsonElement item, Recipient recipient, Audience members, Handling? handling = null) =>
        ReleaseRules.Decide(item, Book, handling ?? new Handling { IsOwn = true }, Terms(members), Ask(recipient));
}
