using Noroshi.Law;
using Noroshi.Law.Domain;
using Noroshi.Law.Store;
using Noroshi.Shell.Audit;
using Noroshi.Storage;
using Noroshi.Storage.Migrations;
using Noroshi.Tests.Storage;

namespace Noroshi.Tests.Law.Store;

/// <summary>What entries on norms promise, whichever database is below.</summary>
public abstract class NormRecordsCompliance : IAsyncLifetime
{
    private readonly TestClock _clock = new(new DateTimeOffset(2026, 3, 14, 12, 0, 0, TimeSpan.Zero));
    private readonly Actor _ministry = new("u-1", "ministry");
    private RecordStore _store = null!;
    private NormRecords _records = null!;

    public async ValueTask InitializeAsync()
    {
        var options = await OptionsAsync();
        _store = RecordStore.For(options);
        _records = new NormRecords(_store, options, _clock);
        await new Migrator(_store, _clock).RunAsync([MigrationSet.Read("law", typeof(LawModule).Assembly, _store.Dialect)], default);
    }

    public virtual async ValueTask DisposeAsync()
    {
        await _store.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected abstract Task<NodeOptions> OptionsAsync();

    [Fact]
    public async Task Evidence_WhenGiven_IsReadBackWhole()
    {
        (await GiveAsync("c", "first")).ShouldBe((1, true));
        var evidence = (await _records.ReadAsync(null, null, default)).Evidence.ShouldHaveSingleItem();
        evidence.ShouldBe(new Evidence
        {
            Norm = "c",
            Number = 1,
            Owner = "ministry",
            Day = new DateOnly(2026, 3, 1),
            Statement = "通報に応じた。\nAnswered; \"quoted\" ' 100 %",
            Words = "Ministry",
            Source = "Note 7",
            Kind = EvidenceKind.Message,
            Reference = "",
            IsExercise = true,
            RecordedAt = _clock.GetUtcNow(),
            RecordedBy = "u-1",
            RecordedName = "Person",
        });
        (await _records.FindAsync("c", 1, default)).ShouldBe(evidence);
        (await _records.FindAsync("c", 2, default)).ShouldBeNull();
    }

    [Fact]
    public async Task Evidence_WhenGivenByMany_IsNumberedWithinTheNorm()
    {
        var given = await Task.WhenAll(Enumerable.Range(0, 8).Select(at => GiveAsync(at % 2 == 0 ? "c" : "f", "key-" + at)));
        given.Where((_, at) => at % 2 == 0).Select(one => one.Number).Order().ShouldBe([1, 2, 3, 4]);
        given.Where((_, at) => at % 2 == 1).Select(one => one.Number).Order().ShouldBe([1, 2, 3, 4]);
        (await _records.ReadAsync(null, "f", default)).Evidence.Select(one => one.Norm).Distinct().ShouldBe(["f"]);
    }

    [Fact]
    public async Task Evidence_WhenTheSameFormComesTwice_IsKeptOnce()
    {
        await GiveAsync("c", "same");
        (await GiveAsync("c", "same")).ShouldBe((1, false));
        (await _records.AddAsync(Evidence("c", "same"), "csirt", _ministry, "Person", default)).ShouldBe((2, true), "another organisation's form is another form");
    }

    [Fact]
    public async Task Evidence_WhenReadByOthers_IsTheirsAndTheSharedOnly()
    {
        await GiveAsync("c", "one");
        await _records.AddAsync(Evidence("c", "two"), "csirt", _ministry, "Person", default);
        await _records.AssessAsync(Judgement("c", 0), "csirt", _ministry, "Person", default);
        var entries = await _records.ReadAsync(new HashSet<string> { "ministry" }, null, default);
        entries.Evidence.Select(one => one.Owner).ShouldBe(["ministry"]);
        entries.Assessments.ShouldBeEmpty();
        (await _records.ReadAsync(new HashSet<string>(), null, default)).Evidence.ShouldBeEmpty();
    }

    [Fact]
    public async Task Withdrawal_WhenRepeated_KeepsTheFirstReason()
    {
        await GiveAsync("c", "one");
        _clock.Advance(TimeSpan.FromHours(1));
        (await _records.WithdrawAsync("c", 1, "wrong norm", _ministry, "Person", default)).ShouldBeTrue();
        (await _records.WithdrawAsync("c", 1, "other reason", _ministry, "Person", default)).ShouldBeFalse();
        var evidence = (await _records.FindAsync("c", 1, default)).ShouldNotBeNull();
        evidence.Withdrawal.ShouldBe(new Withdrawal("wrong norm", _clock.GetUtcNow(), "Person"));
        evidence.Statement.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Assessment_WhenTwoJudgeAtOnce_TheSecondIsToldAndNothingIsLost()
    {
        var both = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => _records.AssessAsync(Judgement("c", 0), "ministry", _ministry, "Person", default)));
        both.Order().ShouldBe([null, 1L]);
        (await _records.AssessAsync(Judgement("c", 1) with { Level = NormLevel.InPlace }, "ministry", _ministry, "Person", default)).ShouldBe(2);
        (await _records.AssessAsync(Judgement("c", 1), "ministry", _ministry, "Person", default)).ShouldBeNull();
        (await _records.AssessAsync(Judgement("c", 0), "csirt", _ministry, "Person", default)).ShouldBe(1);
        (await _records.ReadAsync(null, "c", default)).Assessments.Where(one => one.Owner == "ministry").OrderBy(one => one.Number).Select(one => one.Level).ShouldBe([NormLevel.NotInPlace, NormLevel.InPlace]);
    }

    [Theory]
    [InlineData("UPDATE law_norm_evidence SET statement = 'x'")]
    [InlineData("DELETE FROM law_norm_evidence")]
    [InlineData("UPDATE law_norm_withdrawal SET reason = 'x'")]
    [InlineData("DELETE FROM law_norm_withdrawal")]
    [InlineData("UPDATE law_norm_assessment SET level = 'InPlace'")]
    [InlineData("DELETE FROM law_norm_assessment")]
    public async Task Entries_WhenSomebodyWouldChangeThem_Refuse(string sql)
    {
        await GiveAsync("c", "one");
        await _records.WithdrawAsync("c", 1, "why", _ministry, "Person", default);
        await _records.AssessAsync(Judgement("c", 0), "ministry", _ministry, "Person", default);
        await Should.ThrowAsync<System.Data.Common.DbException>(() => _store.ExecuteAsync(sql, null, default));
    }

    private Task<(long Number, bool IsNew)> GiveAsync(string norm, string key) => _records.AddAsync(Evidence(norm, key), "ministry", _ministry, "Person", default);

    private static NewEvidence Evidence(string norm, string key) => new(norm, new DateOnly(2026, 3, 1), "通報に応じた。\nAnswered; \"quoted\" ' 100 %", "Ministry", "Note 7", EvidenceKind.Message, "", key);

    private static NewAssessment Judgement(string norm, long version) => new(norm, NormLevel.NotInPlace, new DateOnly(2026, 3, 1), "reason", "Ministry", version);
}
