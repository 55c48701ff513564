using System.Reflection;
using Noroshi.Shell.Audit;
using Noroshi.Shell.Entries;
using Noroshi.Storage;
using Noroshi.Storage.Migrations;
using Noroshi.Tests.Storage;

namespace Noroshi.Tests.Shell.Entries;

/// <summary>What the entries of a room promise, whichever room and whichever database is below.</summary>
/// <param name="room">Name of the room: its tables are <c>room_entry</c> and <c>room_withdrawal</c>.</param>
/// <param name="letter">Letter before the numbers of its entries.</param>
/// <param name="assembly">Holds the room's migrations.</param>
public abstract class EntryRecordsCompliance(string room, char letter, Assembly assembly) : IAsyncLifetime
{
    private readonly TestClock _clock = new(new DateTimeOffset(2026, 3, 14, 12, 0, 0, TimeSpan.Zero));
    private readonly Actor _person = new("u-1", "ministry");
    private RecordStore _store = null!;
    private EntryRecords<Kind> _records = null!;

    public async ValueTask InitializeAsync()
    {
        var options = await OptionsAsync();
        _store = RecordStore.For(options);
        _records = new EntryRecords<Kind>(new EntryTable<Kind>(room, letter, new EntryActs("a", "b", "c")), _store, options, _clock);
        await new Migrator(_store, _clock).RunAsync([MigrationSet.Read(room, assembly, _store.Dialect)], default);
    }

    public virtual async ValueTask DisposeAsync()
    {
        await _store.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected abstract Task<NodeOptions> OptionsAsync();

    // A room's own kinds are kept as words; the suite brings its own.
    internal enum Kind
    {
        Statement,
    }

    [Fact]
    public async Task Entry_WhenAdded_IsReadBackWhole()
    {
        (await AddAsync("first")).ShouldBe((1, true));
        var entry = (await _records.ReadAsync(null, default)).ShouldHaveSingleItem();
        (entry.Id, entry.Kind, entry.Language, entry.Withdrawal).ShouldBe(($"{letter}-1", Kind.Statement, "ja", null));
        entry.Fields.ShouldBe(Fields("最初の発言。\n\"quoted\" ' 100 %"));
        entry.Stamp.ShouldBe(new Stamp($"{letter}-1", "ministry", 1, _clock.GetUtcNow(), "Person", true));
    }

    [Fact]
    public async Task Entry_WhenManyAreAddedAtOnce_GetsANumberEach()
    {
        var added = await Task.WhenAll(Enumerable.Range(0, 8).Select(at => AddAsync("key-" + at)));
        added.Select(one => one.Number).Order().ShouldBe([1, 2, 3, 4, 5, 6, 7, 8]);
    }

    [Fact]
    public async Task Entry_WhenTheSameFormComesTwice_IsKeptOnce()
    {
        await AddAsync("same");
        (await AddAsync("same")).ShouldBe((1, false));
        (await _records.AddAsync(Entry("same"), "csirt", _person, "Person", default)).ShouldBe((2, true), "another organisation's form is another form");
    }

    [Fact]
    public async Task Entry_WhenReadByOthers_IsTheirsAndTheSharedOnly()
    {
        await AddAsync("one");
        await _records.AddAsync(Entry("two"), "csirt", _person, "Person", default);
        (await _records.ReadAsync(new HashSet<string> { "csirt" }, default)).Select(entry => entry.Stamp.Owner).ShouldBe(["csirt"]);
        (await _records.ReadAsync(new HashSet<string>(), default)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Correction_WhenKept_IsAFurtherVersionAndTheFirstStays()
    {
        await AddAsync("one");
        _clock.Advance(TimeSpan.FromHours(1));
        (await _records.CorrectAsync(1, 1, Entry("two", "訂正後"), "ministry", _person, "Person", default)).ShouldBe(2);
        (await _records.HistoryAsync(1, default)).Select(entry => (entry.Stamp.Version, entry["text"])).ShouldBe([(2, "訂正後"), (1, Fields()["text"])]);
        (await _records.ReadAsync(null, default)).ShouldHaveSingleItem()["text"].ShouldBe("訂正後");
        (await _records.CorrectAsync(1, 2, Entry("two", "訂正後"), "ministry", _person, "Person", default)).ShouldBe(2, "the same form again changes nothing");
    }

    [Fact]
    public async Task Correction_WhenTwoCorrectAtOnce_TheSecondIsToldAndNothingIsLost()
    {
        await AddAsync("one");
        var both = await Task.WhenAll(Enumerable.Range(0, 2).Select(at => _records.CorrectAsync(1, 1, Entry("correct-" + at), "ministry", _person, "Person", default)));
        both.Order().ShouldBe([null, 2L]);
        (await _records.HistoryAsync(1, default)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task Withdrawal_WhenRepeated_KeepsTheFirstReasonAndStopsCorrections()
    {
        await AddAsync("one");
        (await _records.WithdrawAsync(1, "wrong topic", _person, "Person", default)).ShouldBeTrue();
        (await _records.WithdrawAsync(1, "other reason", _person, "Person", default)).ShouldBeFalse();
        (await _records.HistoryAsync(1, default)).ShouldHaveSingleItem().Withdrawal.ShouldBe(new Withdrawal("wrong topic", _clock.GetUtcNow(), "Person"));
        (await _records.CorrectAsync(1, 1, Entry("two"), "ministry", _person, "Person", default)).ShouldBeNull();
    }

    [Theory]
    [InlineData("UPDATE room_entry SET fields = '{}'")]
    [InlineData("DELETE FROM room_entry")]
    [InlineData("UPDATE room_withdrawal SET reason = 'x'")]
    [InlineData("DELETE FROM room_withdrawal")]
    public async Task Entries_WhenSomebodyWouldChangeThem_Refuse(string sql)
    {
        await AddAsync("one");
        await _records.WithdrawAsync(1, "wrong", _person, "Person", default);
        (await Should.ThrowAsync<System.Data.Common.DbException>(() => _store.ExecuteAsync(sql.Replace("room_", room + "_", StringComparison.Ordinal), new { }, default))).Message.ShouldContain("never");
        (await _records.HistoryAsync(1, default)).ShouldHaveSingleItem();
    }

    private Task<(long Number, bool IsNew)> AddAsync(string key) => _records.AddAsync(Entry(key), "ministry", _person, "Person", default);

    private static NewEntry<Kind> Entry(string key, string? text = null) => new(Kind.Statement, "ja", Fields(text), key);

    private static Dictionary<string, string> Fields(string? text = null) => new() { ["topic"] = "cbm", ["text"] = text ?? "最初の発言。\n\"quoted\" ' 100 %", ["source"] = "議事録" };
}
