using System.Text;
using System.Text.Json;
using Noroshi.Exchange.Sharing;
using Noroshi.Kernel;
using Noroshi.Stix;

namespace Noroshi.Tests.Exchange.Sharing;

/// <summary>Parts with closer markings go, everything else stays as it was, or nothing leaves.</summary>
public sealed class RedactionTests
{
    private static readonly Audience Members = Audience.Of(Party.Organisation("cert"));
    private static readonly string Red = TlpDefinitions.IdOf(Tlp.Red);

    [Fact]
    public void Part_WhenCloserMarked_IsTakenOut()
    {
        var item = Marked("\"description\"");
        var decision = Scene.Decide(item, Scene.Aiko, Members);
        (decision.Verdict, decision.ReasonCode, decision.Tlp).ShouldBe((ReleaseVerdict.Redact, "parts-removed", Tlp.Clear));
        decision.Removed.ShouldBe(["description"]);
        var rest = decision.Released!.Value;
        rest.TryGetProperty("granular_markings", out _).ShouldBeFalse();
        rest.EnumerateObject().Select(member => member.Name).ShouldBe(item.EnumerateObject().Select(member => member.Name).Except(["description", "granular_markings"]));
        rest.GetProperty("x_count").GetRawText().ShouldBe("1.50");
        Valid(rest);
    }

    [Fact]
    public void Part_WhenAllowed_StaysWithTheWhole()
    {
        var item = Marked("\"description\"");
        var decision = Scene.Decide(item, Scene.Aiko, Members, new Handling { Addressed = Audience.Of(Party.Person("aiko")) });
        decision.Verdict.ShouldBe(ReleaseVerdict.Allow);
        decision.Released!.Value.GetRawText().ShouldBe(item.GetRawText());
    }

    [Fact]
    public void Markings_WhenItemsBeforeThemGo_FollowTheirItem()
    {
        var item = Scene.Json($$$"""{"type":"identity","spec_version":"2.1","id":"identity--8ae20dde-83d4-4218-88fd-41ef0dabf9d1","created":"2016-08-22T14:09:00.123Z","modified":"2016-08-22T14:09:00.123Z","name":"n","object_marking_refs":["{{{TlpDefinitions.IdOf(Tlp.Clear)}}}"],"external_references":[{"source_name":"a","url":"https://a.example/"},{"source_name":"b","url":"https://b.example/"},{"source_name":"c","description":"d","url":"https://c.example/"}],"granular_markings":[{"marking_ref":"{{{Red}}}","selectors":["external_references.[0]"]},{"marking_ref":"{{{Scene.Words}}}","selectors":["external_references.[0].url","external_references.[2].url"]},{"lang":"en","selectors":["external_references.[2].description"]}]}""");
        var rest = Scene.Decide(item, Scene.Aiko, Members).Released!.Value;
        rest.GetProperty("external_references").GetArrayLength().ShouldBe(2);
        rest.GetProperty("granular_markings").GetRawText().ShouldBe($$"""[{"marking_ref":"{{Scene.Words}}","selectors":["external_references.[1].url"]},{"lang":"en","selectors":["external_references.[1].description"]}]""");
        Valid(rest);
    }

    [Fact]
    public void List_WhenAllItemsGo_GoesToo()
    {
        var decision = Scene.Decide(Marked("\"external_references.[0]\",\"external_references.[01]\""), Scene.Aiko, Members);
        decision.Removed.ShouldBe(["external_references"]);
        decision.Released!.Value.TryGetProperty("external_references", out _).ShouldBeFalse();
    }

    [Theory]
    [InlineData("\"pattern\"")]
    [InlineData("\"id\"")]
    [InlineData("\"modified\"")]
    [InlineData("\"object_marking_refs\"")]
    [InlineData("\"granular_markings\"")]
    [InlineData("\"external_references.[1].source_name\"")]
    [InlineData("\"descripton\"")]
    [InlineData("\"external_references.[2]\"")]
    public void Part_WhenItCannotGo_KeepsTheWhole(string selector)
    {
        var decision = Scene.Decide(Marked(selector), Scene.Aiko, Members);
        (decision.Verdict, decision.ReasonCode, decision.Released.HasValue).ShouldBe((ReleaseVerdict.Deny, "cannot-redact", false));
    }

    [Fact]
    public void Observable_WhenItsIdentifierWouldBetrayTheValue_Stays()
    {
        using var whole = JsonDocument.Parse("""{"type":"file","name":"plan.doc","size":7}""");
        string Json(string part) => $$"""{"type":"file","spec_version":"2.1","id":"{{ScoId.Of(whole.RootElement)}}","name":"plan.doc","size":7,"object_marking_refs":["{{TlpDefinitions.IdOf(Tlp.Clear)}}"],"granular_markings":[{"marking_ref":"{{Red}}","selectors":["{{part}}"]}]}""";
        Scene.Decide(Scene.Json(Json("name")), Scene.Aiko, Members).ReasonCode.ShouldBe("cannot-redact");
        Scene.Decide(Scene.Json(Json("size")), Scene.Aiko, Members).Removed.ShouldBe(["size"]);
    }

    [Fact]
    public void Part_WhenItsMarkingIsUnknown_IsTakenOut() =>
        Scene.Decide(Scene.Indicator([TlpDefinitions.IdOf(Tlp.Clear)], Scene.Stranger), Scene.Aiko, Members).Removed.ShouldBe(["description"]);

    [Fact]
    public void Part_WhenFreerThanTheWhole_DoesNotOpenIt() =>
        Scene.Decide(Scene.Indicator([Red], TlpDefinitions.IdOf(Tlp.Clear)), Scene.Aiko, Members).Verdict.ShouldBe(ReleaseVerdict.Deny);

    private static JsonElement Marked(string selectors) => Scene.Indicator([TlpDefinitions.IdOf(Tlp.Clear)], Red, selectors);

    private static void Valid(JsonElement item)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(item.GetRawText()));
        StixValidator.Validate(stream).Errors.ShouldBeEmpty();
    }
}
