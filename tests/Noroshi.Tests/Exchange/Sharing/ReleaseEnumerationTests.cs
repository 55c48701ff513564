using System.Collections.Frozen;
using Noroshi.Exchange.Sharing;
using Noroshi.Kernel;

namespace Noroshi.Tests.Exchange.Sharing;

/// <summary>TLP × recipient × membership × condition × exit, all of them: through the guard leaves what a table written by hand says, and nothing else.</summary>
public sealed class ReleaseEnumerationTests
{
    // Who asks, and how they stand to "cert", the organisation that the object was addressed to.
    private static readonly (string Name, Recipient Recipient, string Relation)[] Recipients =
    [
        ("the public", Recipient.Public, "none"),
        ("the person who was named", Recipient.Person("aiko", "cert", Scene.Japan), "named"),
        ("a colleague of the person who was named", Recipient.Person("chie", "cert", Scene.Japan), "own"),
        ("the organisation itself", Scene.Cert, "own"),
        ("a client of the organisation", Scene.Bayani, "client"),
        ("somebody of another organisation in the same state", Recipient.Person("daiki", "bank", Scene.Japan), "community"),
        ("the node of the same state", Recipient.Node("node-jp", Scene.Japan), "community"),
        ("the same state", Recipient.State(Scene.Japan), "community"),
        ("the node of another state", Scene.Manila, "foreign"),
    ];

    private static readonly (string Name, Audience Members)[] Memberships =
    [
        ("an empty group", Audience.Nobody),
        ("everyone", Audience.Everyone),
        ("the state", Audience.Of(Party.State(Scene.Japan))),
        ("the organisation and its client", Audience.Of(Party.Organisation("cert"), Party.Organisation("plant"))),
        ("another node", Audience.Of(Party.Node("node-ph"))),
    ];

    private static readonly (string Name, UseConditions Conditions, bool Kept)[] Conditions =
    [
        ("none", UseConditions.None, true),
        ("kept", new UseConditions { OnlyCase = "A-1", OnlyPurposes = FrozenSet.Create(Purpose.Defence), Until = Scene.Now.AddDays(1) }, true),
        ("expired", new UseConditions { Until = Scene.Now.AddDays(-1) }, false),
        ("another case", new UseConditions { OnlyCase = "B-2" }, false),
        ("another purpose", new UseConditions { OnlyPurposes = FrozenSet.Create(Purpose.Research) }, false),
        ("no purpose at all", new UseConditions { OnlyPurposes = [] }, false),
    ];

    [Fact]
    public async Task Exits_WhenEverythingIsTried_LetOutWhatTheTableSaysAndListIt()
    {
        var (tried, left) = (0, 0);
        List<string> wrong = [];
        foreach (var level in (Tlp?[])[null, .. Enum.GetValues<Tlp>().Cast<Tlp?>()])
            foreach (var (who, recipient, relation) in Recipients)
                foreach (var (group, members) in Memberships)
                    foreach (var (condition, conditions, kept) in Conditions)
                        foreach (var exit in Enum.GetValues<Exit>())
                            foreach (var (purpose, approved) in new[] { (Purpose.Defence, true), (Purpose.Unstated, true), (Purpose.Defence, false) })
                            {
                                var handling = new Handling { Addressed = Audience.Of(Party.Organisation("cert"), Party.Person("aiko")), Conditions = conditions, Approvers = approved ? ["x", "y"] : ["x", "x"] };
                                var terms = Scene.Terms(members) with { FourEyes = true };
                                var request = Scene.Ask(recipient, exit, purpose) with { Case = "A-1" };
                                var item = Scene.Indicator(level is { } marked ? [TlpDefinitions.IdOf(marked)] : []);
                                var isKept = kept && !(condition == "kept" && purpose == Purpose.Unstated);
                                var expected = isKept && approved && IsMember(group, who) && MayHave(level, relation, group, exit, purpose);

                                var book = new ListedBook();
                                var decision = (await new ExitGuard(book).LetOutAsync([new Candidate(item, handling)], Scene.Book, terms, request, TestContext.Current.CancellationToken)).ShouldHaveSingleItem();
                                tried++;
                                left += book.Entries.Count;
                                var pure = ReleaseRules.Decide(item, Scene.Book, handling, terms, request);
                                if ((decision.Verdict != ReleaseVerdict.Deny) != expected || decision.Verdict != pure.Verdict || decision.Released.HasValue != expected || (book.Entries.Count == 1) != expected)
                                    wrong.Add($"{level} to {who}, members {group}, condition {condition}, exit {exit}, purpose {purpose}, approved {approved}: {decision.Verdict} {decision.ReasonCode}, expected {expected}");
                            }

        wrong.ShouldBeEmpty();
        tried.ShouldBe(6 * 9 * 5 * 6 * 7 * 3);
        left.ShouldBeGreaterThan(500);
    }

    [Fact]
    public async Task Guard_WhenTheBookCannotBeWritten_HandsOutNothing()
    {
        var guard = new ExitGuard(new BrokenBook());
        await Should.ThrowAsync<IOException>(() => guard.LetOutAsync([new Candidate(Scene.Indicator([TlpDefinitions.IdOf(Tlp.Clear)]), new Handling())], Scene.Book, Scene.Terms(Audience.Everyone), Scene.Ask(Scene.Aiko), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Guard_WhenSomethingLeaves_SaysWhatToWhomUnderWhichRule()
    {
        var book = new ListedBook();
        Candidate[] page = [new(Scene.Indicator([TlpDefinitions.IdOf(Tlp.Clear)], TlpDefinitions.IdOf(Tlp.Red)), new Handling()), new(Scene.Indicator([]), new Handling())];
        var decisions = await new ExitGuard(book).LetOutAsync(page, Scene.Book, Scene.Terms(Audience.Everyone), Scene.Ask(Scene.Aiko, Exit.Export) with { Case = "A-1" }, TestContext.Current.CancellationToken);
        decisions.Select(decision => decision.Verdict).ShouldBe([ReleaseVerdict.Redact, ReleaseVerdict.Deny]);
        var entry = book.Entries.ShouldHaveSingleItem();
        entry.Removed.ShouldBe(["description"]);
        (entry with { Removed = [] }).ShouldBe(new Departure(Scene.Now, Exit.Export, "alerts", Party.Person("aiko"), "indicator--8e2e2d2b-17d4-4cbf-938f-98ee46b3cd3f", "2026-04-06T20:03:48.000Z", Tlp.Clear, "parts-removed", "redaction", entry.Removed, Purpose.Defence, "A-1") with { Removed = [] });
    }

    private static bool IsMember(string group, string who) => group switch
    {
        "an empty group" => false,
        "everyone" => true,
        "the state" => who is not ("the public" or "a client of the organisation" or "the node of another state"),
        "the organisation and its client" => who is "the person who was named" or "a colleague of the person who was named" or "the organisation itself" or "a client of the organisation",
        _ => who == "the node of another state",
    };

    // FIRST's definitions as a table; the community is the members by name.
    private static bool MayHave(Tlp? level, string relation, string group, Exit exit, Purpose purpose) => level switch
    {
        null => false,
        Tlp.Clear => true,
        Tlp.Green => group != "everyone" || relation is "named" or "own" or "client",
        Tlp.Amber => purpose == Purpose.Defence && (relation is "named" or "own" or "client"),
        Tlp.AmberStrict => purpose == Purpose.Defence && (relation is "named" or "own"),
        _ => purpose == Purpose.Defence && relation == "named" && exit is not (Exit.Taxii or Exit.Push),
    };

    private sealed class ListedBook : IDepartureBook
    {
        public List<Departure> Entries { get; } = [];

        public Task RecordAsync(IReadOnlyList<Departure> entries, CancellationToken cancel)
        {
            Entries.AddRange(entries);
            return Task.CompletedTask;
        }
    }

    private sealed class BrokenBook : IDepartureBook
    {
        public Task RecordAsync(IReadOnlyList<Departure> entries, CancellationToken cancel) => throw new IOException("the disk is full");
    }
}
