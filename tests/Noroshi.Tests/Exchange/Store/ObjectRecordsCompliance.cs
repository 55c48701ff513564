using System.Text;
using System.Text.Json;
using Noroshi.Exchange;
using Noroshi.Exchange.Sharing;
using Noroshi.Exchange.Store;
using Noroshi.Kernel;
using Noroshi.Shell.Access;
using Noroshi.Shell.Audit;
using Noroshi.Storage;
using Noroshi.Storage.Migrations;
using Noroshi.Tests.Storage;

namespace Noroshi.Tests.Exchange.Store;

/// <summary>What the store of objects promises, whichever database is below.</summary>
public abstract class ObjectRecordsCompliance : IAsyncLifetime
{
    private const string Green = "marking-definition--34098fce-860f-48ae-8e50-ebd3cc5e41da";
    private const string Amber = "marking-definition--f88d31f6-486f-44da-b317-01333bde0b82";
    private static readonly Sender _partner = new("partner:ph-cert", "PH CERT", "PH", Origin.Partner);
    private static readonly Sender _own = new("organisation:csirt", "National CSIRT", "JP", Origin.Own);
    private readonly TestClock _clock = new(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));
    private RecordStore _store = null!;
    private ObjectRecords _objects = null!;
    private ObjectReader _reader = null!;
    private BatchRecords _batches = null!;
    private ExchangeDirectory _directory = null!;
    private WayOut _out = null!;
    private DepartureRecords _departures = null!;
    private ExchangeCollection _collection = null!;

    public async ValueTask InitializeAsync()
    {
        var options = await OptionsAsync();
        _store = RecordStore.For(options);
        await new Migrator(_store, _clock).RunAsync([.. AccessServices.Migrations(_store.Dialect), MigrationSet.Read("exchange", typeof(ExchangeModule).Assembly, _store.Dialect)], default);
        _objects = new ObjectRecords(_store, _clock);
        _reader = new ObjectReader(_store);
        var shelf = new MarkingShelf(_reader, _objects);
        _batches = new BatchRecords(_store, _objects, shelf, _clock);
        _directory = new ExchangeDirectory(_store, options);
        _departures = new DepartureRecords(_store);
        _out = new WayOut(_reader, shelf, _directory, new ExitGuard(_departures), _store);
        _collection = await CollectionAsync("one", new Grant("organisation:csirt", true, true, Purpose.Defence), new Grant("partner:ph-cert", true, true, Purpose.Defence));
    }

    public virtual async ValueTask DisposeAsync()
    {
        await _store.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected abstract Task<NodeOptions> OptionsAsync();

    [Fact]
    public async Task Object_WhenKept_IsReadBackByteForByte()
    {
        const string Odd = """{ "type" : "indicator",  "id":"indicator--00000000-0000-4000-8000-000000000001","spec_version":"2.1","created":"2026-01-01T00:00:00.10Z","modified":"2026-01-01T00:00:00.1Z","x_number":1.500e3,"x_text":"\u3042あ","pattern":"[a:b = 'c']" }""";
        var outcome = await AddAsync(_own, Odd);
        outcome.Kept.ShouldHaveSingleItem().Version.ShouldBe("2026-01-01T00:00:00.1Z");
        Encoding.UTF8.GetString((await ReadAsync(new ObjectQuestion())).ShouldHaveSingleItem().Content).ShouldBe(Odd);
    }

    [Fact]
    public async Task Version_WhenSentAgain_IsKeptOnceWithBothArrivals()
    {
        var item = ExchangeNode.Indicator(Guid.NewGuid());
        var first = await AddAsync(_own, item);
        var second = await AddAsync(_partner, item);
        second.Kept.Count.ShouldBe(1);
        (await ReadAsync(new ObjectQuestion { Versions = [VersionChoice.All] })).Count.ShouldBe(1);
        (await _store.QueryAsync<string>("SELECT batch FROM exchange_member UNION SELECT batch FROM exchange_arrival", null, default)).Order().ShouldBe(new[] { first.Id, second.Id }.Order());
    }

    [Fact]
    public async Task Markings_WhenTheSameVersionComesWithOthers_AreJoinedAndNeverDropped()
    {
        var id = Guid.NewGuid();
        await AddAsync(_own, ExchangeNode.Indicator(id, marking: Amber));
        await AddAsync(_partner, ExchangeNode.Indicator(id, marking: Green));
        await AddAsync(_partner, ExchangeNode.Indicator(id));
        await AddAsync(_own, ExchangeNode.Indicator(id, marking: Amber));
        var kept = JsonDocument.Parse((await ReadAsync(new ObjectQuestion { Versions = [VersionChoice.All] })).ShouldHaveSingleItem().Content).RootElement;
        kept.GetProperty("object_marking_refs").EnumerateArray().Select(marking => marking.GetString()).ShouldBe([Amber, Green]);
        (await _store.FirstAsync<int>("SELECT COUNT(*) FROM exchange_variant", null, default)).ShouldBe(3);
    }

    [Fact]
    public async Task Observables_WhenTheyHaveNoVersion_AreOneAsLongAsTheirBytesAreTheSame()
    {
        const string First = """{"type":"ipv4-addr","id":"ipv4-addr--00000000-0000-5000-8000-000000000001","value":"198.51.100.1"}""";
        const string Second = """{"type":"ipv4-addr","id":"ipv4-addr--00000000-0000-5000-8000-000000000001","value":"198.51.100.1","x_seen":1}""";
        var one = await AddAsync(_own, First);
        _clock.Advance(TimeSpan.FromHours(1));
        (await AddAsync(_own, First)).Kept[0].Version.ShouldBe(one.Kept[0].Version);
        (await AddAsync(_own, Second)).Kept[0].Version.ShouldBeGreaterThan(one.Kept[0].Version);
        (await ReadAsync(new ObjectQuestion { Versions = [VersionChoice.All] })).Count.ShouldBe(2);
        Encoding.UTF8.GetString((await ReadAsync(new ObjectQuestion())).ShouldHaveSingleItem().Content).ShouldBe(Second);
    }

    [Fact]
    public async Task Versions_WhenTheyComeInAnyOrder_StandAsTheyShould()
    {
        var id = Guid.NewGuid();
        string[] times = ["2026-01-03T00:00:00Z", "2026-01-01T00:00:00.000Z", "2026-01-02T00:00:00.51Z", "2026-01-02T00:00:00.5Z"];
        foreach (var time in times) await AddAsync(_own, ExchangeNode.Indicator(id, time));
        (await VersionsAsync(VersionChoice.Last)).ShouldBe(["2026-01-03T00:00:00Z"]);
        (await VersionsAsync(VersionChoice.First)).ShouldBe(["2026-01-01T00:00:00.000Z"]);
        (await VersionsAsync(VersionChoice.All)).ShouldBe(times);
        var last = (await ReadAsync(new ObjectQuestion())).Single();
        (await _objects.RemoveAsync(_collection.Number, last.Id, [last.Added], "test", default)).ShouldBe(1);
        (await VersionsAsync(VersionChoice.Last)).ShouldBe(["2026-01-02T00:00:00.51Z"]);
        (await _store.FirstAsync<int>("SELECT COUNT(*) FROM exchange_object", null, default)).ShouldBe(4, "what is taken out of a collection stays in the store with its history");
        async Task<IEnumerable<string>> VersionsAsync(VersionChoice choice) => (await ReadAsync(new ObjectQuestion { Versions = [choice] })).Select(row => row.VersionText);
    }

    [Fact]
    public async Task Additions_WhenTheClockGoesBack_StillFollowEachOther()
    {
        await AddAsync(_own, ExchangeNode.Indicator(Guid.NewGuid()), ExchangeNode.Indicator(Guid.NewGuid()));
        var last = (await ReadAsync(new ObjectQuestion()))[^1].Added;
        _clock.Advance(TimeSpan.FromDays(-1));
        await AddAsync(_own, ExchangeNode.Indicator(Guid.NewGuid()));
        (await ReadAsync(new ObjectQuestion { After = last })).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Refusals_WhenSomethingCannotBeKept_SayWhyAndLeaveTheRest()
    {
        var outcome = await AddAsync(_own, """{"type":"indicator"}""", "7", """{"type":"bundle","id":"bundle--00000000-0000-4000-8000-000000000001"}""", ExchangeNode.Indicator(Guid.NewGuid(), "yesterday"), ExchangeNode.Indicator(Guid.NewGuid(), marking: "marking-definition--5e57c739-391a-4eb3-b6be-7d15ca92d5ed"), """{"type":"a","id":"a--00000000-0000-4000-8000-000000000001","id":"a--00000000-0000-4000-8000-000000000002"}""", ExchangeNode.Indicator(Guid.NewGuid()));
        outcome.Kept.Count.ShouldBe(1);
        outcome.Refused.Count.ShouldBe(6);
        outcome.Refused.ShouldAllBe(note => note.Message!.Length > 10);
        outcome.Refused[4].Message!.ShouldContain("TLP:RED");
    }

    [Fact]
    public async Task Envelope_WhenLarge_WaitsAndIsTakenInWhole()
    {
        var items = Enumerable.Range(0, BatchRecords.AtOnce + 500).Select(_ => ExchangeNode.Indicator(Guid.NewGuid())).ToArray();
        var outcome = await AddAsync(_partner, items);
        outcome.Pending.ShouldBe(items.Length);
        (await ReadAsync(new ObjectQuestion())).ShouldBeEmpty();
        var waiting = (await _batches.WaitingAsync(default)).ShouldHaveSingleItem();
        await _batches.FinishAsync(waiting, (number, _) => Task.FromResult<ExchangeCollection?>(_collection), default);
        var status = (await _batches.FindAsync(outcome.Id, _partner.Holder, default))!;
        (status.Succeeded, status.Failed, status.Pending).ShouldBe((items.Length, 0, 0));
        (await ReadAsync(new ObjectQuestion())).Count.ShouldBe(items.Length);
        (await _batches.WaitingAsync(default)).ShouldBeEmpty();
        (await _batches.FindAsync(outcome.Id, "partner:other", default)).ShouldBeNull();
    }

    [Fact]
    public async Task Pages_WhenObjectsAreAddedMeanwhile_NeitherSkipNorRepeat()
    {
        for (var seed = 0; seed < 12; seed++)
        {
            var random = new Random(seed);
            var collection = await CollectionAsync("pages-" + seed, new Grant("organisation:csirt", true, true, Purpose.Defence));
            List<Guid> ids = [.. Enumerable.Range(0, 12).Select(_ => Guid.NewGuid())];
            // The model: what was added, in order, each version once.
            List<(string Id, string Version)> model = [];
            List<(string Id, string Version)> seen = [];
            var (at, idle) = (0L, 0);
            while (idle < 3)
            {
                if (random.Next(3) > 0 && model.Count < 60)
                {
                    List<string> envelope = [];
                    for (var count = random.Next(1, 7); count > 0; count--)
                    {
                        var (id, version) = (ids[random.Next(ids.Count)], $"2026-01-{random.Next(1, 28):00}T00:00:00.000Z");
                        envelope.Add(ExchangeNode.Indicator(id, version));
                        if (!model.Contains(($"indicator--{id:D}", version))) model.Add(($"indicator--{id:D}", version));
                    }

                    await _batches.AddAsync(collection, [.. envelope.Select(item => (ReadOnlyMemory<byte>)Encoding.UTF8.GetBytes(item))], Array.Empty<byte>(), _own, default);
                    if (random.Next(4) == 0) _clock.Advance(TimeSpan.FromMilliseconds(random.Next(-5, 5)));
                }

                var page = await _reader.ReadAsync(collection.Number, new ObjectQuestion { After = at, Versions = [VersionChoice.All] }, random.Next(1, 6), default);
                seen.AddRange(page.Select(row => (row.Id, row.VersionText)));
                if (page.Count > 0) at = page[^1].Added;
                else idle = model.Count >= 60 || random.Next(3) == 0 ? idle + 1 : 0;
            }

            while (await _reader.ReadAsync(collection.Number, new ObjectQuestion { After = at, Versions = [VersionChoice.All] }, 4, default) is { Count: > 0 } rest)
            {
                seen.AddRange(rest.Select(row => (row.Id, row.VersionText)));
                at = rest[^1].Added;
            }

            seen.ShouldBe(model, $"seed {seed}");
            // Where only the last versions are asked for, each object is there exactly once in a walk without additions.
            var last = await _reader.ReadAsync(collection.Number, new ObjectQuestion(), 1000, default);
            last.Select(row => (row.Id, row.VersionText)).Order().ShouldBe(model.GroupBy(one => one.Id).Select(group => (group.Key, group.Max(one => one.Version)!)).Order());
        }
    }

    [Fact]
    public async Task Leaving_WhenTheRulesDeny_HandsOutNothingAndListsOnlyWhatLeft()
    {
        await AddAsync(_own, ExchangeNode.Indicator(Guid.NewGuid(), marking: Green), ExchangeNode.Indicator(Guid.NewGuid(), marking: "marking-definition--00000000-0000-4000-8000-000000000009"));
        var request = new ReleaseRequest(Recipient.Organisation("csirt", CountryCode.Parse("JP")), Exit.Taxii, _clock.GetUtcNow()) { Purpose = Purpose.Defence };
        var page = await _out.ReadAsync(_collection, new ObjectQuestion(), 10, request, lists: true, default);
        (page.Objects.Count, page.Withheld, page.More).ShouldBe((1, 1, false));
        await _out.ReadAsync(_collection, new ObjectQuestion(), 10, request, lists: true, default);
        var line = (await _departures.ListAsync(null, null, 10, default)).ShouldHaveSingleItem();
        (line.Recipient, line.Rule, line.Objects, line.Tlp).ShouldBe(("organisation:csirt", "tlp-green", 1, "TLP:GREEN"));
        (await _departures.OfObjectAsync(page.Objects[0].Row.Id, 10, default)).Count.ShouldBe(1);
        var other = request with { Recipient = Recipient.Organisation("police", CountryCode.Parse("JP")) };
        (await _out.ReadAsync(_collection, new ObjectQuestion(), 10, other, lists: true, default)).Objects.ShouldBeEmpty();
    }

    [Fact]
    public async Task Received_WhenPutIntoAnotherCollection_DoesNotBecomeOurOwn()
    {
        await AddPartnerAsync("ph-cert", "PH");
        var other = await CollectionAsync("two", new Grant("organisation:csirt", true, true, Purpose.Defence), new Grant("partner:ph-cert", true, true, Purpose.Defence));
        var amber = ExchangeNode.Indicator(Guid.NewGuid(), marking: Amber);
        await AddAsync(_partner, amber);
        await _batches.AddAsync(other, [Encoding.UTF8.GetBytes(amber)], Array.Empty<byte>(), _own, default);
        var request = new ReleaseRequest(Recipient.Organisation("csirt", CountryCode.Parse("JP")), Exit.Taxii, _clock.GetUtcNow()) { Purpose = Purpose.Defence };
        (await _out.ReadAsync(_collection, new ObjectQuestion(), 10, request, lists: true, default)).Objects.Count.ShouldBe(1, "the partner addressed the members of this collection");
        (await _out.ReadAsync(other, new ObjectQuestion(), 10, request, lists: true, default)).Objects.ShouldBeEmpty();
    }

    [Fact]
    public async Task Members_WhenTheirStateIsNoMember_ReceiveNothing()
    {
        await AddPartnerAsync("ph-cert", "PH");
        var book = await _directory.BookAsync(default);
        book.GrantOf(_collection, "partner:ph-cert").ShouldNotBeNull();
        (await _directory.SaveAsync(_collection with { States = [] }, _clock.GetUtcNow(), Actor.System, "test", default)).ShouldBeTrue();
        book = await _directory.BookAsync(default);
        var empty = book.Collection(_collection.Id)!;
        book.GrantOf(empty, "partner:ph-cert").ShouldBeNull();
        book.GrantOf(empty, "organisation:csirt").ShouldBeNull();
        book.Terms(empty).Members.Count.ShouldBe(0, "an empty group means nobody");
        (await _directory.SaveAsync(_collection, _clock.GetUtcNow(), Actor.System, "late", default)).ShouldBeFalse("somebody changed it meanwhile");
    }

    private async Task AddPartnerAsync(string id, string state) =>
        await _directory.AddAsync(new Partner { Id = id, NameEn = id, NameJa = id, State = state, SecretHash = "x", SecretAt = _clock.GetUtcNow(), CreatedAt = _clock.GetUtcNow(), CreatedBy = "test" }, Actor.System, default);

    private async Task<ExchangeCollection> CollectionAsync(string id, params Grant[] grants)
    {
        await _directory.SaveAsync(new ExchangeCollection { Id = id, TitleEn = id, TitleJa = id, Ceiling = Tlp.Amber, Unmarked = Tlp.Green, States = ["JP", "PH"], Grants = grants }, _clock.GetUtcNow(), Actor.System, "test", default);
        return (await _directory.BookAsync(default)).Collection(id)!;
    }

    private Task<AddOutcome> AddAsync(Sender sender, params string[] items) =>
        _batches.AddAsync(_collection, [.. items.Select(item => (ReadOnlyMemory<byte>)Encoding.UTF8.GetBytes(item))], Encoding.UTF8.GetBytes("{\"objects\":[" + string.Join(",", items) + "]}"), sender, default);

    private Task<IReadOnlyList<KeptObject>> ReadAsync(ObjectQuestion question) => _reader.ReadAsync(_collection.Number, question, 10_000, default);
}
