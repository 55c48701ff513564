using System.Collections.Frozen;
using System.Globalization;
using Noroshi.Exchange.Sharing;
using Noroshi.Kernel;

namespace Noroshi.Tests.Exchange.Sharing;

/// <summary>Each rule by itself.</summary>
public sealed class ReleaseRulesTests
{
    private static readonly Audience Members = Audience.Of(Party.Organisation("cert"));

    [Fact]
    public void Release_WhenMembersAreEmpty_IsToNobody()
    {
        foreach (var nobody in new[] { Audience.Nobody, Audience.Of(), Audience.Of(Party.Organisation("")), Audience.Resolve([], ["not-known"], _ => null) })
            Said(Scene.Decide(Marked(Tlp.Clear), Scene.Aiko, nobody)).ShouldBe("Deny not-a-member membership");
    }

    [Fact]
    public void Groups_WhenTheyHoldEachOther_AreResolvedOnce()
    {
        var asked = 0;
        var members = Audience.Resolve([], ["a"], name => (asked++, name) switch
        {
            (_, "a") => ([], ["b", "a"]),
            (_, "b") => ([Party.State(Scene.Japan)], ["a"]),
            _ => null,
        });
        members.Includes(Scene.Aiko).ShouldBeTrue();
        members.Includes(Scene.Bayani).ShouldBeFalse();
        asked.ShouldBe(2);
    }

    [Theory]
    [InlineData("marking-definition--613f2e26-407d-48c7-9eca-b8e91df99dc9", Tlp.Clear)]
    [InlineData("marking-definition--34098fce-860f-48ae-8e50-ebd3cc5e41da", Tlp.Green)]
    [InlineData("marking-definition--f88d31f6-486f-44da-b317-01333bde0b82", Tlp.Amber)]
    [InlineData("marking-definition--5e57c739-391a-4eb3-b6be-7d15ca92d5ed", Tlp.Red)]
    [InlineData("marking-definition--94868c89-83c2-464b-929b-a1a8aa3c8487", Tlp.Clear)]
    [InlineData("marking-definition--bab4a63c-aed9-4cf5-a766-dfca5abac2bb", Tlp.Green)]
    [InlineData("marking-definition--55d920b0-5e8b-4f79-9ee9-91f868d9b421", Tlp.Amber)]
    [InlineData("marking-definition--939a9414-2ddd-4d32-a0cd-375ea402b003", Tlp.AmberStrict)]
    [InlineData("marking-definition--e828b379-4e03-4974-9ac4-e53a884c97c1", Tlp.Red)]
    public void Tlp_WhenReferredTo_NeedsNoDefinition(string id, Tlp level) => MarkingBook.Fixed.Find(id).ShouldBe(new Marking(id, MarkingKind.Tlp, level));

    [Fact]
    public void Tlp_WhenWritten_IsReadAsTheSame()
    {
        foreach (var level in Enum.GetValues<Tlp>())
        {
            var json = Scene.Json(TlpDefinitions.JsonOf(level));
            MarkingReader.Read(json).Tlp.ShouldBe(level);
            using var stream = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(json.GetRawText()));
            Noroshi.Stix.StixValidator.Validate(stream).Errors.ShouldBeEmpty();
        }
    }

    [Theory]
    [InlineData("""{"type":"marking-definition","id":"marking-definition--1","definition_type":"tlp","definition":{"tlp":"white"}}""")]
    [InlineData("""{"type":"marking-definition","id":"marking-definition--1","extensions":{"x":{}},"definition_type":"statement","definition":{"statement":"s"}}""")]
    [InlineData("""{"type":"marking-definition","id":"marking-definition--1","definition_type":"statement","definition":{"statement":7}}""")]
    [InlineData("""{"type":"marking-definition","id":"marking-definition--1","definition_type":"other","definition":{"statement":"s"}}""")]
    [InlineData("""{"type":"identity","id":"marking-definition--1","definition_type":"statement","definition":{"statement":"s"}}""")]
    public void Definition_WhenNotPlainlyKnown_IsUnknown(string definition) => MarkingReader.Read(Scene.Json(definition)).Kind.ShouldBe(MarkingKind.Unknown);

    [Fact]
    public void Pap_WhenNameAndStatementDiffer_IsTheCloser()
    {
        var read = MarkingReader.Read(Scene.Json("""{"type":"marking-definition","id":"marking-definition--1","name":"pap:amber","definition_type":"statement","definition":{"statement":"PAP:WHITE"}}"""));
        (read.Kind, read.Pap).ShouldBe((MarkingKind.Pap, Pap.Amber));
    }

    [Fact]
    public void Markings_WhenUnknownOrUnreadable_Deny()
    {
        Said(Scene.Decide(Scene.Indicator([Scene.Stranger, TlpDefinitions.IdOf(Tlp.Clear)]), Scene.Aiko, Members)).ShouldBe("Deny unknown-marking unknown-marking");
        foreach (var lists in new[] { "\"object_marking_refs\":7", "\"object_marking_refs\":[7]", "\"granular_markings\":[{}]", "\"granular_markings\":[{\"selectors\":[\"name\"]}]", "\"object_marking_refs\":[],\"object_marking_refs\":[]", "\"object_marking_refs\":[\"\\ud800\"]" })
            Said(Scene.Decide(Scene.Json($$"""{"type":"x","id":"x--1",{{lists}}}"""), Scene.Aiko, Members)).ShouldBe("Deny unreadable-markings readable");
        Said(Scene.Decide(Scene.Json("[]"), Scene.Aiko, Members)).ShouldBe("Deny not-an-object readable");
        Said(Scene.Decide(Scene.Json("""{"type":"bundle","id":"bundle--1"}"""), Scene.Aiko, Members)).ShouldBe("Deny not-an-object readable");
    }

    [Fact]
    public void Tlp_WhenMissing_IsWhatTheCollectionSays()
    {
        var item = Scene.Indicator([Scene.Words]);
        Said(Scene.Decide(item, Scene.Aiko, Members)).ShouldBe("Deny not-marked missing-marking");
        Said(ReleaseRules.Decide(item, Scene.Book, new Handling(), Scene.Terms(Members) with { Unmarked = Tlp.Green }, Scene.Ask(Scene.Aiko))).ShouldBe("Allow within-community tlp-green");
    }

    [Fact]
    public void Tlp_WhenSeveral_IsTheClosest() =>
        Said(Scene.Decide(Scene.Indicator([TlpDefinitions.IdOf(Tlp.Red), TlpDefinitions.IdOf(Tlp.Clear)]), Scene.Aiko, Members)).ShouldBe("Deny not-named tlp-red");

    [Fact]
    public void Amber_WhenReceived_GoesToTheAddressedAndTheirClients()
    {
        var all = Audience.Of(Party.Organisation("cert"), Party.Organisation("plant"), Party.State(Scene.Philippines));
        var received = new Handling { Addressed = Audience.Of(Party.Organisation("cert")) };
        Said(Scene.Decide(Marked(Tlp.Amber), Scene.Aiko, all, received)).ShouldBe("Allow within-organisation tlp-amber");
        Said(Scene.Decide(Marked(Tlp.Amber), Scene.Bayani, all, received)).ShouldBe("Allow client-of-addressed tlp-amber");
        Said(Scene.Decide(Marked(Tlp.AmberStrict), Scene.Bayani, all, received)).ShouldBe("Deny outside-organisation tlp-amber-strict");
        Said(Scene.Decide(Marked(Tlp.Amber), Scene.Manila, all, received)).ShouldBe("Deny outside-organisation tlp-amber");
        Said(Scene.Decide(Marked(Tlp.Amber), Scene.Manila, all)).ShouldBe("Allow within-organisation tlp-amber");
        Said(ReleaseRules.Decide(Marked(Tlp.Amber), Scene.Book, received, Scene.Terms(all), Scene.Ask(Scene.Aiko, purpose: Purpose.Unstated))).ShouldBe("Deny no-need-to-know tlp-amber");
    }

    [Fact]
    public void Amber_WhenAStateIsAddressed_IsNotForAnyPersonInIt() =>
        Said(Scene.Decide(Marked(Tlp.Amber), Scene.Bayani, Audience.Of(Party.State(Scene.Philippines)), new Handling { Addressed = Audience.Of(Party.State(Scene.Philippines)) })).ShouldBe("Deny outside-organisation tlp-amber");

    [Fact]
    public void Red_WhenNamed_GoesToThatPersonOnly()
    {
        var named = new Handling { IsOwn = true, Addressed = Audience.Of(Party.Person("aiko")) };
        Said(Scene.Decide(Marked(Tlp.Red), Scene.Aiko, Members, named)).ShouldBe("Allow named-recipient tlp-red");
        Said(Scene.Decide(Marked(Tlp.Red), Scene.Cert, Members, named with { Addressed = Members })).ShouldBe("Deny not-named tlp-red");
        Said(ReleaseRules.Decide(Marked(Tlp.Red), Scene.Book, named, Scene.Terms(Members), Scene.Ask(Scene.Aiko, Exit.Taxii))).ShouldBe("Deny exit-too-wide tlp-red");
    }

    [Fact]
    public void Green_WhenOnlyEveryoneIsAMember_DoesNotLeave()
    {
        Said(Scene.Decide(Marked(Tlp.Green), Recipient.Public, Audience.Everyone)).ShouldBe("Deny outside-community tlp-green");
        Said(Scene.Decide(Marked(Tlp.Clear), Recipient.Public, Audience.Everyone)).ShouldBe("Allow no-limit tlp-clear");
    }

    [Fact]
    public void Terms_WhenCloserThanTheObject_Deny()
    {
        var terms = Scene.Terms(Members);
        var ask = Scene.Ask(Scene.Aiko);
        Said(ReleaseRules.Decide(Marked(Tlp.Amber), Scene.Book, new Handling { IsOwn = true }, terms with { Ceiling = Tlp.Green }, ask)).ShouldBe("Deny above-ceiling ceiling");
        Said(ReleaseRules.Decide(Scene.Indicator([TlpDefinitions.IdOf(Tlp.Clear), Scene.PapRed]), Scene.Book, new Handling(), terms with { Honours = Pap.Amber }, ask)).ShouldBe("Deny use-not-honoured pap");
        Said(ReleaseRules.Decide(Scene.Indicator([TlpDefinitions.IdOf(Tlp.Clear), Scene.Words]), Scene.Book, new Handling(), terms with { AcceptsStatements = false }, ask)).ShouldBe("Deny statement-not-accepted statement");
        new CollectionTerms("new", Tlp.Clear, Audience.Nobody).Honours.ShouldBe(Pap.Clear);
    }

    [Theory]
    [InlineData("", false)]
    [InlineData("bayani", false)]
    [InlineData("bayani,bayani", false)]
    [InlineData("bayani,aiko", false)]
    [InlineData("bayani,", false)]
    [InlineData("bayani,chie", true)]
    public void FourEyes_WhenAsked_NeedTwoOthers(string approvers, bool allowed)
    {
        var handling = new Handling { Approvers = approvers.Split(',') };
        var decision = ReleaseRules.Decide(Marked(Tlp.Clear), Scene.Book, handling, Scene.Terms(Members) with { FourEyes = true }, Scene.Ask(Scene.Aiko));
        Said(decision).ShouldBe(allowed ? "Allow no-limit tlp-clear" : "Deny not-approved four-eyes");
    }

    [Fact]
    public void Conditions_WhenNotKept_Deny()
    {
        Said(Under(new UseConditions { Until = Scene.Now })).ShouldBe("Deny expired use-conditions");
        Said(Under(new UseConditions { OnlyCase = "A-1" })).ShouldBe("Deny other-case use-conditions");
        Said(Under(new UseConditions { OnlyPurposes = FrozenSet.Create(Purpose.Investigation) })).ShouldBe("Deny other-purpose use-conditions");
        Said(Under(new UseConditions { OnlyPurposes = [] })).ShouldBe("Deny other-purpose use-conditions");
        Said(Under(new UseConditions { NoOnward = true })).ShouldBe("Deny no-onward-sharing use-conditions");
        Said(Under(new UseConditions { Until = Scene.Now.AddTicks(1), OnlyPurposes = FrozenSet.Create(Purpose.Defence) })).ShouldBe("Allow no-limit tlp-clear");
    }

    [Fact]
    public void Words_WhenShown_AreThereForEachReasonAndRule()
    {
        foreach (var culture in new[] { CultureInfo.GetCultureInfo("en"), CultureInfo.GetCultureInfo("ja") })
        {
            foreach (var reason in Enum.GetValues<ReleaseReason>()) ReleaseText.Of(reason, culture).ShouldNotBe(reason.ToString());
            foreach (var rule in Enum.GetValues<ReleaseRule>()) ReleaseText.Of(rule, culture).ShouldNotBe(rule.ToString());
        }
    }

    private static ReleaseDecision Under(UseConditions conditions) => Scene.Decide(Marked(Tlp.Clear), Scene.Aiko, Members, new Handling { Conditions = conditions });

    private static System.Text.Json.JsonElement Marked(Tlp level) => Scene.Indicator([TlpDefinitions.IdOf(level)]);

    private static string Said(ReleaseDecision decision) => $"{decision.Verdict} {decision.ReasonCode} {decision.RuleName}";
}
