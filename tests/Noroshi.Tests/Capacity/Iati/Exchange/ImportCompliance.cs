using Noroshi.Capacity;
using Noroshi.Capacity.Iati.Exchange;
using Noroshi.Capacity.Iati.Store;
using Noroshi.Shell.Access;
using Noroshi.Shell.Audit;
using Noroshi.Storage;
using Noroshi.Storage.Migrations;
using Noroshi.Tests.Storage;

namespace Noroshi.Tests.Capacity.Iati.Exchange;

/// <summary>What taking activities over promises, whichever database is below.</summary>
public abstract class ImportCompliance : IAsyncLifetime
{
    private readonly TestClock _clock = new(new DateTimeOffset(2026, 11, 28, 12, 0, 0, TimeSpan.Zero));
    private readonly TemporaryFolder _files = new();
    private RecordStore _store = null!;
    private ImportActivities _import = null!;

    public async ValueTask InitializeAsync()
    {
        var options = await OptionsAsync();
        _store = RecordStore.For(options);
        await new Migrator(_store, _clock).RunAsync([.. AccessServices.Migrations(_store.Dialect), MigrationSet.Read("capacity", typeof(CapacityModule).Assembly, _store.Dialect)], default);
        _import = new ImportActivities(_store, options, _clock);
    }

    public virtual async ValueTask DisposeAsync()
    {
        await _store.DisposeAsync();
        _files.Dispose();
        GC.SuppressFinalize(this);
    }

    protected abstract Task<NodeOptions> OptionsAsync();

    [Fact]
    public async Task Import_WhenNotApplied_ChangesNothing()
    {
        var answer = await RunAsync(apply: false, [ExampleFile.Activity(1)]);
        (answer.Applied, answer.New.Count).ShouldBe((false, 1));
        (await KeptAsync()).ShouldBeEmpty();
        (await ActsAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Import_WhenApplied_IsKeptAndRecordedAndTheSameAgainIsUnchanged()
    {
        (await RunAsync(apply: true, [ExampleFile.Activity(1), ExampleFile.Activity(2)])).New.Select(entry => entry.Id).ShouldBe(["XX-EXERCISE-1-1", "XX-EXERCISE-1-2"]);
        var again = await RunAsync(apply: true, [ExampleFile.Activity(1), ExampleFile.Activity(2)]);
        (again.New.Count, again.Changed.Count, again.Unchanged).ShouldBe((0, 0, 2));
        var kept = await KeptAsync();
        kept.Select(each => (each.Activity.Identifier, each.Version, each.Source)).ShouldBe([("XX-EXERCISE-1-1", 1, "XX-EXERCISE-1"), ("XX-EXERCISE-1-2", 1, "XX-EXERCISE-1")]);
        kept[0].Blocks.ShouldHaveSingleItem().ShouldBe(new KeyValuePair<string, BlockOrigin>("budget", new BlockOrigin("XX-EXERCISE-1", "a.xml")));
        kept[0].RecordedAt.ShouldBe(_clock.GetUtcNow());
        (await ActsAsync()).ShouldBe(["capacity.imported", "capacity.imported"]);
    }

    [Fact]
    public async Task Import_WhenAFieldDiffers_ShowsOldAndNewAndKeepsBothVersions()
    {
        await RunAsync(apply: true, [ExampleFile.Activity(1), ExampleFile.Activity(2)]);
        string[] edition = [ExampleFile.Activity(1, title: "EXERCISE SOC", budget: 2000)];
        var shown = await RunAsync(apply: false, edition);
        var changed = shown.Changed.ShouldHaveSingleItem();
        changed.Fields.Select(field => field.Field).ShouldBe(["title", "budget"]);
        changed.Fields[0].Old.ShouldContain("EXERCISE CSIRT");
        changed.Fields[0].New.ShouldContain("EXERCISE SOC");
        (await KeptAsync())[0].Version.ShouldBe(1);
        await RunAsync(apply: true, edition);
        (await KeptAsync()).Select(each => (each.Version, each.Activity.Title.In("en"))).ShouldBe([(2, "EXERCISE SOC"), (1, "EXERCISE CSIRT")], "what is missing stays");
        (await _store.FirstAsync<long>("SELECT COUNT(*) FROM capacity_activity", null, default)).ShouldBe(3);
        await Should.ThrowAsync<Exception>(() => _store.ExecuteAsync("DELETE FROM capacity_activity", null, default));
        await Should.ThrowAsync<Exception>(() => _store.ExecuteAsync("UPDATE capacity_activity SET source = 'x'", null, default));
    }

    [Fact]
    public async Task Block_WhenAnotherSourceGaveIt_StaysUntilAPersonSaysOtherwise()
    {
        await RunAsync(apply: true, [ExampleFile.Activity(1, budget: 1000)]);
        string[] theirs = [ExampleFile.Activity(1, reporter: "XX-EXERCISE-2", budget: 5000, paid: 70)];
        var answer = await RunAsync(apply: true, theirs);
        answer.Changed.ShouldHaveSingleItem().Blocks.ShouldHaveSingleItem().ShouldBe(new ImportAnswer.Left("budget", "XX-EXERCISE-1"));
        var kept = (await KeptAsync()).ShouldHaveSingleItem();
        (kept.Activity.Budgets.Single().Amount.Value, kept.Activity.Transactions.Single().Amount.Value).ShouldBe((1000m, 70m), "no money of two sources in one block");
        kept.Blocks.ToDictionary(each => each.Key, each => each.Value.Source).ShouldBe(new Dictionary<string, string> { ["budget"] = "XX-EXERCISE-1", ["transaction"] = "XX-EXERCISE-2" }, ignoreOrder: true);

        await RunAsync(apply: true, theirs, replace: ["budget"]);
        kept = (await KeptAsync()).ShouldHaveSingleItem();
        (kept.Activity.Budgets.Single().Amount.Value, kept.Blocks["budget"].Source).ShouldBe((5000m, "XX-EXERCISE-2"));
    }

    [Fact]
    public async Task Block_WhenItsSourceNoLongerGivesIt_Ends()
    {
        await RunAsync(apply: true, [ExampleFile.Activity(1)]);
        await RunAsync(apply: true, [ExampleFile.Activity(1, reporter: "XX-EXERCISE-2", budget: null)]);
        (await KeptAsync())[0].Activity.Budgets.Count.ShouldBe(1, "another source cannot end it");
        await RunAsync(apply: true, [ExampleFile.Activity(1, budget: null)]);
        (await KeptAsync())[0].Blocks.ShouldBeEmpty();
        (await KeptAsync())[0].Activity.Budgets.ShouldBeEmpty();
    }

    [Fact]
    public async Task Import_WhenSomethingIsWrong_KeepsNothingOfIt()
    {
        await RefusedAsync([ExampleFile.Activity(1), ExampleFile.Activity(1)], "stands in");
        await RefusedAsync([ExampleFile.Activity(1), ExampleFile.Activity(2).Replace("<activity-status code=\"2\"/>", "", StringComparison.Ordinal)], "activity-status");
        await RefusedAsync([ExampleFile.Activity(1), ExampleFile.Activity(2).Replace("XX-EXERCISE-1-2<", "<", StringComparison.Ordinal)], "without identifier");
        (await Should.ThrowAsync<RefusalException>(() => RunAsync(apply: true, [ExampleFile.Activity(1)], replace: ["budgets"]))).Message.ShouldContain("planned-disbursement");
        (await KeptAsync()).ShouldBeEmpty();
    }

    private async Task RefusedAsync(string[] activities, string why)
    {
        var refusal = await Should.ThrowAsync<RefusalException>(() => RunAsync(apply: true, activities));
        refusal.ExitCode.ShouldBe(RefusalException.Input);
        refusal.Message.ShouldContain(why);
    }

    private async Task<ImportAnswer> RunAsync(bool apply, string[] activities, string[]? replace = null)
    {
        var path = _files.File("a.xml");
        await File.WriteAllTextAsync(path, ExampleFile.Text(activities));
        return await _import.RunAsync(new ImportRequest([new ImportRequest.File("a.xml", path)], null, replace ?? [], apply), new Actor("u-1", "ministry"), "D", default);
    }

    private async Task<List<KeptActivity>> KeptAsync()
    {
        List<KeptActivity> kept = [];
        await foreach (var each in new ActivityRecords(_store).StreamAsync(default)) kept.Add(each.ToKept());
        return kept;
    }

    private Task<IReadOnlyList<string>> ActsAsync() => _store.QueryAsync<string>("SELECT act FROM audit_event ORDER BY sequence", null, default);
}
