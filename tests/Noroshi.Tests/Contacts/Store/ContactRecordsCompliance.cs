using System.Text.Json;
using System.Text.Json.Nodes;
using Noroshi.Contacts;
using Noroshi.Contacts.Domain;
using Noroshi.Contacts.Features;
using Noroshi.Contacts.Formats;
using Noroshi.Contacts.Store;
using Noroshi.Federation;
using Noroshi.Kernel;
using Noroshi.Shell.Access;
using Noroshi.Shell.Audit;
using Noroshi.Storage;
using Noroshi.Storage.Migrations;
using Noroshi.Tests.Storage;

namespace Noroshi.Tests.Contacts.Store;

/// <summary>What the directory and its checks promise, whichever database is below.</summary>
public abstract class ContactRecordsCompliance : IAsyncLifetime
{
    private readonly TestClock _clock = new(Entries.At("2026-03-01T12:00Z"));
    private readonly Actor _diplomat = new("u-1", "ministry");
    private RecordStore _store = null!;
    private ContactRecords _records = null!;
    private ContactDirectory _directory = null!;
    private KeepContacts _keep = null!;
    private KeepPeerEntries _peers = null!;
    private ImportContacts _import = null!;
    private CheckRecords _checks = null!;
    private AskedRecords _asked = null!;

    public async ValueTask InitializeAsync()
    {
        var options = await OptionsAsync();
        _store = RecordStore.For(options);
        await new Migrator(_store, _clock).RunAsync([.. AccessServices.Migrations(_store.Dialect), MigrationSet.Read("contacts", typeof(ContactsModule).Assembly, _store.Dialect)], default);
        _records = new ContactRecords(_store, _clock);
        _directory = new ContactDirectory(_records, options);
        _keep = new KeepContacts(_store, _records, options, _clock);
        _peers = new KeepPeerEntries(_records, options, _clock);
        _import = new ImportContacts(_store, _records, _directory, options, _clock);
        _checks = new CheckRecords(_store, _clock);
        _asked = new AskedRecords(_store);
    }

    public virtual async ValueTask DisposeAsync()
    {
        await _store.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected abstract Task<NodeOptions> OptionsAsync();

    [Fact]
    public async Task Point_WhenSaved_IsReadBackWhole()
    {
        var entry = EntryReader.Read(Entries.Fields(), 0, [])!;
        var (_, body) = await _keep.SaveAsync(entry.Body with { Id = "" }, _diplomat, "D", default);
        body.ShouldBe("ph-csirt-1");
        var (outcome, id) = await _keep.SaveAsync(entry.Point! with { Id = "", BodyId = body }, _diplomat, "D", default);
        (outcome, id).ShouldBe((SaveOutcome.Done, "ph-technical-1"));
        var book = await _directory.CurrentAsync(default);
        var kept = book.Point(id)!;
        EntryFields.Of(book.Body(body)!, kept).ShouldBe(EntryFields.Of(entry.Body with { Id = body }, entry.Point! with { Id = id }));
        kept.Version.ShouldBe(1);
        (await ActsAsync()).ShouldBe(["contacts.organisation.saved", "contacts.point.saved"]);
    }

    [Fact]
    public async Task Point_WhenSavedAgain_KeepsItsVersions()
    {
        var (body, id) = await SaveAsync();
        var point = (await _directory.CurrentAsync(default)).Point(id)!;
        (await _keep.SaveAsync(point with { Note = "second" }, _diplomat, "E", default)).Outcome.ShouldBe(SaveOutcome.Done);
        (await _keep.SaveAsync(point with { Note = "too late" }, _diplomat, "F", default)).Outcome.ShouldBe(SaveOutcome.Overtaken);
        var history = await _records.HistoryAsync("point:" + id, default);
        history.Select(version => (version.Version, version.Change, version.ByName)).ShouldBe([(2, "saved", "E"), (1, "saved", "D")]);
        history[0].Since(history[1]).ShouldHaveSingleItem().ShouldBe(("note", "", "second"));
        (await _records.HistoryAsync("body:" + body, default)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Point_WhenRetired_StaysWithItsReason()
    {
        var (_, id) = await SaveAsync();
        (await _keep.RetireAsync(id, "desk closed", _diplomat, "D", default)).ShouldBe(SaveOutcome.Done);
        var point = (await _directory.CurrentAsync(default)).Point(id)!;
        (point.RetiredAt, point.RetiredReason).ShouldBe((_clock.GetUtcNow(), "desk closed"));
        (await _keep.RetireAsync(id, "again", _diplomat, "D", default)).ShouldBe(SaveOutcome.Retired);
        (await _keep.SaveAsync(point, _diplomat, "D", default)).Outcome.ShouldBe(SaveOutcome.Retired);
        (await ActsAsync()).Count(act => act == "contacts.point.retired").ShouldBe(1);
    }

    [Fact]
    public async Task PeerEntries_WhenTakenIn_AreReadOnlyAndReplacedWhole()
    {
        var csirt = new ContactEntry(Entries.Body("csirt"), Entries.Point("desk", body: "csirt") with { Alternates = ["night"] }, 0);
        var night = new ContactEntry(Entries.Body("csirt"), Entries.Point("night", body: "csirt"), 0);
        (await TakeInAsync(csirt, night)).ShouldBe(new KeepPeerEntries.Outcome(2, 0, 0));
        (await TakeInAsync(csirt, night)).ShouldBe(new KeepPeerEntries.Outcome(0, 0, 0));
        var book = await _directory.CurrentAsync(default);
        var desk = book.Point("node-ph~desk")!;
        (desk.Origin, desk.BodyId).ShouldBe(("node-ph", "node-ph~csirt"));
        desk.Alternates.ShouldBe(["node-ph~night"]);
        (await _keep.SaveAsync(desk, _diplomat, "D", default)).Outcome.ShouldBe(SaveOutcome.NotOurs);
        (await _keep.RetireAsync(desk.Id, "x", _diplomat, "D", default)).ShouldBe(SaveOutcome.NotOurs);
        (await _keep.SaveAsync(book.Body("node-ph~csirt")!, _diplomat, "D", default)).Outcome.ShouldBe(SaveOutcome.NotOurs);
        (await TakeInAsync(csirt with { Point = csirt.Point! with { Note = "new" } })).ShouldBe(new KeepPeerEntries.Outcome(0, 1, 1));
        book = await _directory.CurrentAsync(default);
        book.Point("node-ph~night")!.RetiredAt.ShouldNotBeNull();
        (await TakeInAsync(csirt, night)).ShouldBe(new KeepPeerEntries.Outcome(0, 2, 0), "a point that comes back is in use again");
        (await _directory.CurrentAsync(default)).Point("node-ph~night")!.RetiredAt.ShouldBeNull();
        (await ActsAsync()).Count(act => act == "contacts.peer.taken-in").ShouldBe(3);
    }

    [Fact]
    public async Task PeerEntries_WhenTheySpeakOfAnotherState_AreRefusedWhole()
    {
        var own = new ContactEntry(Entries.Body("csirt"), Entries.Point("desk", body: "csirt"), 0);
        var foreign = new ContactEntry(Entries.Body("other", "JP"), null, 0);
        await Should.ThrowAsync<ArgumentException>(() => TakeInAsync(own, foreign));
        (await _directory.CurrentAsync(default)).Points.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("{\"format\":\"noroshi-contacts\",\"version\":1,\"points\":[{\"\\ud800\":\"x\"}]}")]
    [InlineData("{\"format\":\"noroshi-contacts\",\"version\":1,\"points\":[{\"id\":\"desk\",\"state\":\"PH\"}]}")]
    [InlineData("JP")]
    public async Task PeerMessage_WhenItMakesNoSense_IsPoisoned(string data)
    {
        var sent = ContactFormats.Find("json")!.Write(new ExportedPoints([(Entries.Body("csirt"), Entries.Point("desk", body: "csirt"))], _clock.GetUtcNow()));
        var receiver = new PeerEntriesReceiver(_peers, _directory);
        Task ReceiveAsync(string content, string state) => _store.TransactAsync(
            transaction => receiver.ReceiveAsync(transaction, new ReceivedMessage("m", "node-ph", state, "contacts.entries", "c", 1, _clock.GetUtcNow(), JsonDocument.Parse(content).RootElement, ""), default), default);
        await Should.ThrowAsync<PoisonedMessageException>(() => data == "JP" ? ReceiveAsync(sent, "JP") : ReceiveAsync(data, "PH"));
        (await _directory.CurrentAsync(default)).Points.ShouldBeEmpty();
        await ReceiveAsync(sent, "PH");
        (await _directory.CurrentAsync(default)).Points.ShouldHaveSingleItem().Id.ShouldBe("node-ph~desk");
    }

    [Fact]
    public async Task Import_WhenOneLineIsWrong_TakesInNothing()
    {
        var good = ContactFormats.Find("csv")!.Write(new ExportedPoints([(Entries.Body(), Entries.Point("ph-a")), (Entries.Body(), Entries.Point("ph-b"))], _clock.GetUtcNow()));
        var plan = await ImportAsync(good.Replace("ph-b", "PH B", StringComparison.Ordinal));
        plan.Problems.ShouldHaveSingleItem().Line.ShouldBe(3);
        (await _directory.CurrentAsync(default)).Bodies.ShouldBeEmpty();
        (await ImportAsync(good)).Count(ImportChange.Added).ShouldBe(2);
        (await ImportAsync(good)).Count(ImportChange.Same).ShouldBe(2);
        var changed = await ImportAsync(good.Replace("24/7", "Mon 09:00-10:00", StringComparison.Ordinal));
        changed.Count(ImportChange.Changed).ShouldBe(2);
        changed.Changes[0].Fields.ShouldHaveSingleItem().ShouldBe(("hours", "24/7", "Mon 09:00-10:00"));
        (await _directory.CurrentAsync(default)).Point("ph-a")!.Version.ShouldBe(2);
    }

    [Fact]
    public async Task Import_WhenItIsADryRun_ChangesNothing()
    {
        var file = ContactFormats.Find("json")!.Write(new ExportedPoints([(Entries.Body(), Entries.Point("ph-a"))], _clock.GetUtcNow()));
        var plan = await _import.PreviewAsync("x.json", null, file, _import.Defaults("x.json", null, null, null, null), default);
        plan.Count(ImportChange.Added).ShouldBe(1);
        (await _directory.CurrentAsync(default)).Bodies.ShouldBeEmpty();
        (await ActsAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Import_WhenIdsAreLeftOut_FindsTheEntriesAgain()
    {
        const string File = "state,organisation_en,organisation_kind,function,channels,source,as_of,confidence\nPH,Invented CSIRT,csirt,technical,email:a@csirt.example,test,2026,B\nPH,Invented CSIRT,csirt,24-7,email:b@csirt.example,test,2026,B\n";
        (await ImportAsync(File)).Changes.Select(change => (change.Kind, change.Point!.Id, change.Body.Id)).ShouldBe([("added", "ph-technical-1", "ph-csirt-1"), ("added", "ph-24-7-1", "ph-csirt-1")]);
        (await ImportAsync(File.Replace("a@csirt", "new@csirt", StringComparison.Ordinal))).Changes.Select(change => (change.Kind, change.Point!.Id)).ShouldBe([("changed", "ph-technical-1"), ("same", "ph-24-7-1")]);
        (await _directory.CurrentAsync(default)).Bodies.ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("ph-a,PH,ph-csirt,Invented CSIRT,csirt,technical,email:a@csirt.example,,test,2026,B\nph-a,PH,ph-csirt,Invented CSIRT,csirt,technical,email:a@csirt.example,,test,2026,B", "id")]
    [InlineData("ph-a,PH,ph-csirt,Invented CSIRT,csirt,technical,email:a@csirt.example,missing-1,test,2026,B", "alternates")]
    [InlineData("ph-a,PH,ph-csirt,Invented CSIRT,csirt,technical,email:a@csirt.example,,test,2026,B\nph-b,PH,ph-csirt,Another Name,csirt,technical,email:a@csirt.example,,test,2026,B", "organisation_id")]
    public async Task Import_WhenLinesContradict_SaysWhich(string rows, string field)
    {
        var plan = await ImportAsync("id,state,organisation_id,organisation_en,organisation_kind,function,channels,alternates,source,as_of,confidence\n" + rows);
        plan.Problems.ShouldHaveSingleItem().Field.ShouldBe(field);
        (await _directory.CurrentAsync(default)).Bodies.ShouldBeEmpty();
    }

    [Fact]
    public async Task Check_WhenItsLinkIsUsed_IsAnsweredOnce()
    {
        var (_, id) = await SaveAsync();
        var (check, token) = await SendAsync(id);
        (await _store.FirstAsync<long>("SELECT COUNT(*) FROM contacts_check WHERE token_hash = @token", new { token }, default)).ShouldBe(0, "the secret itself is not kept");
        (await _checks.FindAsync(token, default))!.Id.ShouldBe(check.Id);
        _clock.Advance(TimeSpan.FromMinutes(7));
        (await AnswerAsync(token))!.Latency.ShouldBe(TimeSpan.FromMinutes(7));
        (await AnswerAsync(token)).ShouldBeNull();
        (await _checks.FindAsync(token, default)).ShouldBeNull();
        (await _checks.ListAsync(null, id, default)).ShouldHaveSingleItem().StatusAt(_clock.GetUtcNow()).ShouldBe(CheckStatus.Answered);
        (await _checks.ListAsync(new HashSet<string> { "police" }, null, default)).ShouldBeEmpty("single checks belong to their organisation");
        (await ActsAsync()).TakeLast(2).ShouldBe(["contacts.check.sent", "contacts.check.answered"]);
    }

    [Fact]
    public async Task Check_WhenItsTimeIsOver_IsOverdueThenDead()
    {
        var (_, id) = await SaveAsync();
        var (_, token) = await SendAsync(id);
        _clock.Advance(TimeSpan.FromHours(49));
        (await _checks.ListAsync(null, null, default))[0].StatusAt(_clock.GetUtcNow()).ShouldBe(CheckStatus.Overdue);
        _clock.Advance(TimeSpan.FromDays(14));
        (await AnswerAsync(token)).ShouldBeNull();
        foreach (var wrong in new[] { "", "x", new string('a', 43), "../" + new string('a', 40) }) (await AnswerAsync(wrong)).ShouldBeNull();
    }

    [Fact]
    public async Task Check_WhenAPeerAnswers_CountsForItsOwnPointsOnly()
    {
        await TakeInAsync(new ContactEntry(Entries.Body("csirt"), Entries.Point("desk", body: "csirt"), 0));
        var (check, _) = await SendAsync("node-ph~desk");
        (await _store.TransactAsync(transaction => _checks.AnswerByNodeAsync(transaction, "node-vn", check.Id, default), default)).ShouldBeNull();
        (await _store.TransactAsync(transaction => _checks.AnswerByNodeAsync(transaction, "node-ph", check.Id, default), default))!.AnsweredBy.ShouldBe(CheckWay.Node);
    }

    [Fact]
    public async Task PeerCheck_WhenItComes_WaitsUntilItIsAnsweredOnce()
    {
        var point = await SaveOwnAsync();
        await HearAsync(Asked("check-1", point));
        var asked = (await _asked.ListAsync(default)).ShouldHaveSingleItem();
        (asked.Id, asked.PointId, asked.DueAt, asked.IsOpenAt(_clock.GetUtcNow())).ShouldBe(("node-ph~check-1", point, _clock.GetUtcNow().AddHours(48), true));
        _clock.Advance(TimeSpan.FromMinutes(7));
        var answered = asked with { AnsweredAt = _clock.GetUtcNow(), AnsweredBy = "u-1", AnsweredName = "D", Message = "m-1" };
        (await _store.TransactAsync(transaction => AskedRecords.AnswerAsync(transaction, answered, default), default)).ShouldBeTrue();
        (await _store.TransactAsync(transaction => AskedRecords.AnswerAsync(transaction, answered, default), default)).ShouldBeFalse();
        (await _store.TransactAsync(transaction => AskedRecords.FindAsync(transaction, "check-1", default), default)).ShouldBe(answered);
        (await ActsAsync()).ShouldContain("contacts.check.asked");
    }

    [Fact]
    public async Task PeerCheck_WhenAnotherWaits_IsSetAsideUntilThatIsOverdue()
    {
        var point = await SaveOwnAsync();
        await HearAsync(Asked("check-1", point));
        await SetAsideAsync(Asked("check-2", point), "'check-1' still waits");
        await HearAsync(Asked("check-2", point), "node-vn");
        _clock.Advance(TimeSpan.FromHours(49));
        await SetAsideAsync(Asked("check-1", point), "came before");
        await HearAsync(Asked("check-3", point));
        (await _asked.ListAsync(default)).Where(check => check.IsOpenAt(_clock.GetUtcNow())).Select(check => check.Id).ShouldBe(["node-ph~check-3", "node-vn~check-2"], ignoreOrder: true);
        (await _store.TransactAsync(transaction => AskedRecords.FindAsync(transaction, "check-2", default), default))!.Peer.ShouldBe("node-vn");
        _clock.Advance(TimeSpan.FromDays(15));
        (await _asked.ListAsync(default)).ShouldAllBe(check => !check.IsOpenAt(_clock.GetUtcNow()));
    }

    [Fact]
    public async Task PeerCheck_WhenThePointIsNotOursToAnswerFor_IsSetAside()
    {
        var point = await SaveOwnAsync();
        var (_, foreign) = await SaveAsync();
        await TakeInAsync(new ContactEntry(Entries.Body("csirt"), Entries.Point("desk", body: "csirt"), 0));
        foreach (var none in new[] { "no-such", "node-ph~desk", foreign }) await SetAsideAsync(Asked("check-1", none), "is no point of this node");
        await _keep.RetireAsync(point, "desk closed", _diplomat, "D", default);
        await SetAsideAsync(Asked("check-1", point), "no longer in use");
        (await _asked.ListAsync(default)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("v", "2", "'v'")]
    [InlineData("check", "\"../check\"", "'check'")]
    [InlineData("check", "\"\\ud800\"", "malformed")]
    [InlineData("point", "7", "'point'")]
    [InlineData("announced", "\"no\"", "'announced'")]
    [InlineData("within", "0", "'within'")]
    [InlineData("within", "1e99", "'within'")]
    [InlineData("life", "60", "'life'")]
    [InlineData("life", "99999999", "'life'")]
    [InlineData("extra", "1", "exactly")]
    public async Task PeerCheck_WhenMadeWrong_IsSetAside(string field, string json, string reason)
    {
        var data = JsonNode.Parse(Asked("check-1", await SaveOwnAsync()).GetRawText())!;
        data[field] = "REPLACED";
        await SetAsideAsync(JsonDocument.Parse(data.ToJsonString().Replace("\"REPLACED\"", json, StringComparison.Ordinal)).RootElement, reason);
        (await _asked.ListAsync(default)).ShouldBeEmpty();
    }

    [Fact]
    public async Task PeerAnswer_WhenItComes_CountsOnceFromTheNodeOfThePoint()
    {
        await TakeInAsync(new ContactEntry(Entries.Body("csirt"), Entries.Point("desk", body: "csirt"), 0));
        var (check, _) = await SendAsync("node-ph~desk");
        Task AnswerAsync(string id, string peer) => HearAsync(CheckContent.Answer(id), peer, CheckContent.AnswerType);
        (await Should.ThrowAsync<PoisonedMessageException>(() => AnswerAsync(check.Id, "node-vn"))).Message.ShouldContain("unknown");
        await Should.ThrowAsync<PoisonedMessageException>(() => AnswerAsync("check-0", "node-ph"));
        await Should.ThrowAsync<PoisonedMessageException>(() => HearAsync(Asked("check-1", "x"), "node-ph", CheckContent.AnswerType));
        _clock.Advance(TimeSpan.FromMinutes(5));
        await AnswerAsync(check.Id, "node-ph");
        _clock.Advance(TimeSpan.FromMinutes(5));
        await AnswerAsync(check.Id, "node-ph");
        (await _checks.ListAsync(null, null, default)).ShouldHaveSingleItem().Latency.ShouldBe(TimeSpan.FromMinutes(5));
        (await ActsAsync()).Count(act => act == "contacts.check.answered").ShouldBe(1);
        var (late, _) = await SendAsync("node-ph~desk");
        _clock.Advance(TimeSpan.FromDays(15));
        (await Should.ThrowAsync<PoisonedMessageException>(() => AnswerAsync(late.Id, "node-ph"))).Message.ShouldContain("its time is over");
    }

    /// <summary>A point of the node's own state.</summary>
    private async Task<string> SaveOwnAsync()
    {
        var (_, body) = await _keep.SaveAsync(Entries.Body("", _directory.OwnState.ToString()), _diplomat, "D", default);
        return (await _keep.SaveAsync(Entries.Point("", body: body), _diplomat, "D", default)).Id;
    }

    private static JsonElement Asked(string check, string point) => new CheckContent(check, point, true, TimeSpan.FromHours(48), ContactCheck.LinkLife).ToWire();

    private Task HearAsync(JsonElement data, string peer = "node-ph", string type = CheckContent.Type) => _store.TransactAsync(
        transaction => new HearChecks(_checks, _directory, _clock).ReceiveAsync(transaction, new ReceivedMessage("m", peer, "PH", type, "c", 1, _clock.GetUtcNow(), data, ""), default), default);

    private async Task SetAsideAsync(JsonElement data, string reason) => (await Should.ThrowAsync<PoisonedMessageException>(() => HearAsync(data))).Message.ShouldContain(reason);

    private async Task<(string Body, string Point)> SaveAsync()
    {
        var (_, body) = await _keep.SaveAsync(Entries.Body(""), _diplomat, "D", default);
        return (body, (await _keep.SaveAsync(Entries.Point("", body: body), _diplomat, "D", default)).Id);
    }

    private async Task<(ContactCheck Check, string Token)> SendAsync(string id)
    {
        var point = (await _directory.CurrentAsync(default)).Point(id)!;
        var check = _checks.Draft(point, "ministry", false, _diplomat, "D");
        return (check, await _store.TransactAsync(transaction => CheckRecords.SendAsync(transaction, check, _diplomat, default), default));
    }

    private Task<ContactCheck?> AnswerAsync(string token) => _store.TransactAsync(transaction => _checks.AnswerAsync(transaction, token, default), default);

    private Task<KeepPeerEntries.Outcome> TakeInAsync(params ContactEntry[] entries) =>
        _store.TransactAsync(transaction => _peers.TakeInAsync(transaction, "node-ph", CountryCode.Parse("PH"), entries, default), default);

    private Task<ImportPlan> ImportAsync(string file) => _import.RunAsync("x.csv", "csv", file, _import.Defaults("x.csv", null, null, null, null), _diplomat, "D", default);

    private Task<IReadOnlyList<string>> ActsAsync() => _store.QueryAsync<string>("SELECT act FROM audit_event ORDER BY sequence", null, default);
}
