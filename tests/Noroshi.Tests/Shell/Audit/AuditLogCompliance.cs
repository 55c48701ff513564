using System.Data.Common;
using Noroshi.Contracts;
using Noroshi.Shell.Access;
using Noroshi.Shell.Audit;
using Noroshi.Storage;
using Noroshi.Storage.Migrations;

namespace Noroshi.Tests.Shell.Audit;

/// <summary>What the audit log promises, whichever database is below.</summary>
public abstract class AuditLogCompliance : IAsyncLifetime
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);
    private RecordStore _store = null!;
    private AuditLog _log = null!;

    public async ValueTask InitializeAsync()
    {
        _store = RecordStore.For(await OptionsAsync());
        await new Migrator(_store, TimeProvider.System).RunAsync(AccessServices.Migrations(_store.Dialect), default);
        _log = new AuditLog(_store);
    }

    public virtual async ValueTask DisposeAsync()
    {
        await _store.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected abstract Task<NodeOptions> OptionsAsync();

    [Fact]
    public async Task Chain_WhenNothingWasTouched_IsIntact()
    {
        (await _log.VerifyChainAsync(default)).ShouldBe(new AuditVerdict(0, null, null));
        for (var i = 0; i < 20; i++) await RecordAsync($"act.{i}");
        await _log.RecordAsync(new AuditEvent(Noon.AddTicks(7), "odd", "a\0b\"\n", null, "\uD800 half", false, new Dictionary<string, string> { ["長い"] = new('狼', 5000), ["b"] = "🔥" }));
        (await _log.VerifyChainAsync(default)).ShouldBe(new AuditVerdict(21, null, null));
        var odd = (await _log.ReadAsync(new AuditFilter(Act: "odd"), 5, default)).Single();
        odd.At.ShouldBe(Noon.AddTicks(7));
        odd.Details.Length.ShouldBeLessThan(600);
        System.Text.Json.JsonDocument.Parse(odd.Details).RootElement.GetProperty("b").GetString().ShouldBe("🔥");
    }

    [Theory]
    [InlineData("UPDATE audit_event SET actor = 'somebody else' WHERE sequence = 3", 3)]
    [InlineData("UPDATE audit_event SET succeeded = 0 WHERE sequence = 3", 3)]
    [InlineData("UPDATE audit_event SET details = '{}' WHERE sequence = 1", 1)]
    [InlineData("UPDATE audit_event SET organisation = subject, subject = organisation WHERE sequence = 5", 5)]
    [InlineData("DELETE FROM audit_event WHERE sequence = 4", 4)]
    [InlineData("DELETE FROM audit_event WHERE sequence > 8", 9)]
    [InlineData("UPDATE audit_event SET hash = 'ff' WHERE sequence = 10", 10)]
    public async Task Chain_WhenTamperedWithBehindTheTriggers_ShowsWhere(string tampering, long where)
    {
        for (var i = 0; i < 10; i++) await RecordAsync($"act.{i}");
        foreach (var trigger in new[] { "audit_event_never_changed", "audit_event_never_deleted" })
            await _store.ExecuteAsync(_store.Dialect == RecordDialect.Sqlite ? $"DROP TRIGGER {trigger}" : $"DROP TRIGGER IF EXISTS {trigger} ON audit_event", null, default);
        (await _store.ExecuteAsync(tampering, null, default)).ShouldBeGreaterThan(0);
        var verdict = await _log.VerifyChainAsync(default);
        verdict.BrokenAt.ShouldBe(where);
        verdict.Intact.ShouldBe(where - 1);
    }

    [Theory]
    [InlineData("UPDATE audit_event SET actor = 'x'")]
    [InlineData("DELETE FROM audit_event")]
    public async Task Rows_WhenChangedThroughTheDatabase_Refuse(string sql)
    {
        await RecordAsync("act");
        (await Should.ThrowAsync<DbException>(() => _store.ExecuteAsync(sql, null, default))).Message.ShouldContain("never");
    }

    [Fact]
    public async Task Chain_WhenManyRecordAtOnce_NeitherForksNorLosesOne()
    {
        await Task.WhenAll(Enumerable.Range(0, 60).Select(i => Task.Run(() => RecordAsync($"act.{i}"))));
        (await _log.VerifyChainAsync(default)).ShouldBe(new AuditVerdict(60, null, null));
        (await _log.ReadAsync(new AuditFilter(), 100, default)).Select(row => row.Act).Distinct().Count().ShouldBe(60);
    }

    [Fact]
    public async Task Read_WhenFiltered_BringsWhatFitsNewestFirst()
    {
        await RecordAsync("sign-in.password", "a", succeeded: false);
        await RecordAsync("sign-in.code", "a");
        await RecordAsync("sign-out", "b", at: Noon.AddDays(1));
        (await Sequences(new AuditFilter())).ShouldBe([3, 2, 1]);
        (await Sequences(new AuditFilter(Act: "sign-in."))).ShouldBe([2, 1]);
        (await Sequences(new AuditFilter(Act: "sign-in.code"))).ShouldBe([2]);
        (await Sequences(new AuditFilter(Actor: "a", Succeeded: false))).ShouldBe([1]);
        (await Sequences(new AuditFilter(From: Noon.AddHours(1)))).ShouldBe([3]);
        (await Sequences(new AuditFilter(Until: Noon.AddHours(1), Before: 2))).ShouldBe([1]);
        (await Sequences(new AuditFilter(Act: "' OR 1=1 --"))).ShouldBeEmpty();
    }

    private async Task<IEnumerable<long>> Sequences(AuditFilter filter)
    {
        var streamed = new List<long>();
        await foreach (var row in _log.StreamAsync(filter, default)) streamed.Add(row.Sequence);
        (await _log.ReadAsync(filter, 100, default)).Select(row => row.Sequence).ShouldBe(streamed);
        return streamed;
    }

    private Task RecordAsync(string act, string actor = "system", bool succeeded = true, DateTimeOffset? at = null) =>
        _log.RecordAsync(new AuditEvent(at ?? Noon, act, actor, "csirt", "thing:1", succeeded, new Dictionary<string, string> { ["z"] = "1", ["a"] = "2" }));
}
