using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Noroshi.Exchange.Sharing;
using Noroshi.Kernel;

namespace Noroshi.Tests.Exchange.Sharing;

/// <summary>What must hold for every object, recipient and collection: more markings and smaller groups never let more out.</summary>
public sealed class ReleasePropertyTests
{
    private static readonly string[] Tlps = [.. Enum.GetValues<Tlp>().Select(TlpDefinitions.IdOf)];
    private static readonly string[] Others = [Scene.PapRed, Scene.Words, Scene.Stranger];
    private static readonly Arbitrary<int> Seeds = Gen.Choose(0, int.MaxValue - 1).ToArbitrary();
    private static readonly Config Many = Config.QuickThrowOnFailure.WithMaxTest(5_000);

    [Fact]
    public void Marking_WhenAddedToAnObjectWithTlp_NeverWidens() => Check.One(Many, Prop.ForAll(Seeds, seed =>
    {
        var random = new Random(seed);
        string[] before = [.. Marks(random, Others), random.GetItems(Tlps, 1)[0]];
        var drawn = Draw(random);
        var more = random.GetItems([.. Tlps, .. Others], 1)[0];
        return IsNotWider(drawn.Decide(Scene.Indicator([.. before, more])), drawn.Decide(Scene.Indicator(before)));
    }));

    [Fact]
    public void Marking_WhenItIsNoTlp_NeverWidensEither() => Check.One(Many, Prop.ForAll(Seeds, seed =>
    {
        var random = new Random(seed);
        var before = Marks(random, [.. Tlps, .. Others]);
        var drawn = Draw(random);
        return IsNotWider(drawn.Decide(Scene.Indicator([.. before, random.GetItems(Others, 1)[0]])), drawn.Decide(Scene.Indicator(before)));
    }));

    [Fact]
    public void PartMarking_WhenAdded_NeverWidens() => Check.One(Many, Prop.ForAll(Seeds, seed =>
    {
        var random = new Random(seed);
        var marks = Marks(random, [.. Tlps, .. Others]);
        var drawn = Draw(random);
        return IsNotWider(drawn.Decide(Scene.Indicator(marks, random.GetItems([.. Tlps, .. Others], 1)[0])), drawn.Decide(Scene.Indicator(marks)));
    }));

    [Fact]
    public void Group_WhenEmptied_NeverWidens() => Check.One(Many, Prop.ForAll(Seeds, seed =>
    {
        var random = new Random(seed);
        var item = Scene.Indicator(Marks(random, [.. Tlps, .. Others]), random.Next(2) == 0 ? null : random.GetItems(Tlps, 1)[0]);
        var drawn = Draw(random);
        return drawn.Decide(item) is var before
            && IsNotWider((drawn with { Terms = drawn.Terms with { Community = Audience.Nobody } }).Decide(item), before)
            && IsNotWider((drawn with { Handling = drawn.Handling with { Addressed = Audience.Nobody } }).Decide(item), before)
            && IsNotWider((drawn with { Handling = drawn.Handling with { Approvers = [] } }).Decide(item), before)
            && IsNotWider((drawn with { Terms = drawn.Terms with { NeedToKnow = [] } }).Decide(item), before)
            && (drawn with { Terms = drawn.Terms with { Members = Audience.Nobody } }).Decide(item).Verdict == ReleaseVerdict.Deny;
    }));

    private static bool IsNotWider(ReleaseDecision after, ReleaseDecision before) => after.Verdict <= before.Verdict;

    private static string[] Marks(Random random, string[] from) => [.. random.GetItems(from, random.Next(3)).Distinct()];

    private static Drawn Draw(Random random)
    {
        Party[] parties = [Party.Organisation("cert"), Party.Organisation("plant"), Party.Person("aiko"), Party.Person("bayani"), Party.State(Scene.Japan), Party.State(Scene.Philippines), Party.Node("node-ph"), Party.Everyone];
        Audience Some() => Audience.Of(random.GetItems(parties, random.Next(4)));
        Recipient[] recipients = [Recipient.Public, Scene.Aiko, Scene.Bayani, Scene.Cert, Scene.Manila, Recipient.State(Scene.Japan)];
        var handling = new Handling { IsOwn = random.Next(2) == 0, Addressed = Some(), Approvers = random.GetItems(["x", "y", "aiko"], random.Next(4)), Conditions = new UseConditions { NoOnward = random.Next(4) == 0 } };
        var terms = new CollectionTerms("c", (Tlp)random.Next(5), Some())
        {
            Community = Some(),
            Unmarked = random.Next(2) == 0 ? null : (Tlp)random.Next(5),
            Honours = (Pap)random.Next(4),
            AcceptsStatements = random.Next(2) == 0,
            FourEyes = random.Next(3) == 0,
        };
        return new Drawn(handling, terms, new ReleaseRequest(recipients[random.Next(recipients.Length)], (Exit)random.Next(7), Scene.Now) { Purpose = (Purpose)random.Next(6) });
    }

    private sealed record Drawn(Handling Handling, CollectionTerms Terms, ReleaseRequest Request)
    {
        public ReleaseDecision Decide(JsonElement item) => ReleaseRules.Decide(item, Scene.Book, Handling, Terms, Request);
    }
}
