using System.Text;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using Noroshi.Exchange.Sharing;
using Noroshi.Kernel;
using Noroshi.Stix;
using Noroshi.Tests.Stix.Packs;

namespace Noroshi.Tests.Exchange.Misp;

/// <summary>MISP → STIX → MISP: what comes back is what went in, without what the list of losses says; and what is between is valid.</summary>
public sealed class MispRoundTripTests
{
    private static readonly Arbitrary<int> Seeds = Gen.Choose(0, int.MaxValue - 1).ToArbitrary();

    [Fact]
    public void Event_WhenConvertedAndBack_IsTheSameButForWhatIsListed() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(400), Prop.ForAll(Seeds, seed =>
    {
        var wrapped = new JsonObject { ["Event"] = MispSample.Event(seed) };
        var there = MispSample.ToStix(wrapped);
        Valid(there.Result);
        var back = MispSample.ToMisp(there.Result);
        back.Losses.Losses.ShouldBeEmpty($"seed {seed}");
        var expected = MispSample.Without(wrapped, there.Losses.Losses);
        MispSample.Same(back.Result, expected).ShouldBeTrue($"seed {seed}:\n{back.Result}\n{expected}");
        return true;
    }));

    [Fact]
    public void Event_WhenConvertedTwice_MakesTheSameBundle() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(50), Prop.ForAll(Seeds, seed =>
        MispSample.ToStix(MispSample.Event(seed)).Result.ToJsonString() == MispSample.ToStix(MispSample.Event(seed)).Result.ToJsonString()));

    [Fact]
    public void Pack_WhenConvertedAndBack_IsTheSameButForWhatIsListed()
    {
        foreach (var line in Pack.Lines("misp_stix_pairs.jsonl.gz").Where(line => line.GetProperty("direction").GetString() == "export"))
        {
            var misp = JsonNode.Parse(line.GetProperty("misp").GetRawText())!;
            // An item of a feed becomes an event with one attribute; see the tests of the reader.
            if (!MispPairsTests.IsReadable(misp) || misp is JsonObject feed && feed["Attribute"] is JsonObject) continue;
            var there = MispSample.ToStix(misp);
            Valid(there.Result);
            var back = MispSample.ToMisp(there.Result);
            MispSample.Same(Plain(back.Result), Plain(MispSample.Without(misp, there.Losses.Losses))).ShouldBeTrue(Pack.NameOf(line));
        }
    }

    [Fact]
    public void Object_WhenSomebodyMadeALaterVersion_CountsAsItIsNow()
    {
        var bundle = MispSample.ToStix(JsonNode.Parse("""{"info":"EXERCISE","uuid":"00000000-0000-4000-8000-000000000009","timestamp":"1700000000","Attribute":[{"uuid":"00000000-0000-4000-8000-000000000008","type":"domain","value":"a.example","to_ids":true}]}""")!).Result;
        foreach (var item in bundle["objects"]!.AsArray().Select(item => item!.AsObject()).Where(item => item["type"]!.GetValue<string>() is "observed-data")) item["modified"] = "2026-11-28T00:00:00.000Z";
        var back = MispSample.ToMisp(bundle).Result;
        back["Event"]!["Attribute"]!.AsArray().ShouldHaveSingleItem()!["value"]!.GetValue<string>().ShouldBe("a.example");
    }

    [Fact]
    public void Markings_WhenAnEventBearsThem_BindAllThatIsInIt()
    {
        var bundle = MispSample.Element(MispSample.ToStix(JsonNode.Parse("""{"info":"EXERCISE","Orgc":{"name":"o"},"Tag":[{"name":"tlp:red"}],"Attribute":[{"type":"domain","value":"a.example","to_ids":true,"Tag":[{"name":"PAP:RED"},{"name":"tlp:unheard-of"}]}]}""")!).Result);
        var objects = bundle.GetProperty("objects").EnumerateArray().ToList();
        var book = MarkingBook.Of(objects.Where(item => item.GetProperty("type").GetString() == "marking-definition"));
        foreach (var item in objects.Where(item => item.GetProperty("type").GetString() is not ("marking-definition" or "extension-definition") && item.TryGetProperty("name", out var name) is var named && !(named && name.GetString() == "Noroshi")))
            MarkedParts.Read(item, book)!.Whole.Tlp.ShouldBe(Tlp.Red);
        var indicator = objects.Single(item => item.GetProperty("type").GetString() == "indicator");
        MarkedParts.Read(indicator, book)!.Whole.ShouldBe(new MarkingSet(Tlp.Red, Pap.Red, false, true));
    }

    private static void Valid(JsonNode bundle)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(bundle.ToJsonString()));
        StixValidator.Validate(stream).Errors.ShouldBeEmpty();
    }

    // One event, or a list of attributes, whatever it is wrapped in; without lists that are empty.
    private static JsonObject Plain(JsonNode node)
    {
        var inner = node is JsonObject wrapped ? wrapped["Event"] ?? wrapped : node is JsonArray list ? new JsonObject { ["Attribute"] = list.DeepClone() } : node;
        if (inner is JsonObject single && single.ContainsKey("type") && single.ContainsKey("value")) inner = new JsonObject { ["Attribute"] = new JsonArray(single.DeepClone()) };
        var copy = inner.DeepClone().AsObject();
        foreach (var name in new[] { "Attribute", "Object" })
        {
            if (copy[name] is JsonArray { Count: 0 }) copy.Remove(name);
        }

        if (!copy.ContainsKey("info")) foreach (var name in copy.Select(member => member.Key).Where(name => name != "Attribute").ToList()) copy.Remove(name);
        return copy;
    }
}
