using System.Text.Json;
using Noroshi.Shell.Audit;
using Noroshi.Storage;

namespace Noroshi.Shell.Entries;

/// <summary>What people entered in a room, in the record store; rows are added, none is changed.</summary>
/// <typeparam name="TKind">The kinds of entries that the room has.</typeparam>
public sealed class EntryRecords<TKind>(EntryTable<TKind> table, RecordStore records, NodeOptions options, TimeProvider clock)
    where TKind : struct, Enum
{
    private readonly string _lock = table.Room + ".entries";
    private readonly string _entry = table.Room + "_entry";
    private readonly string _withdrawal = table.Room + "_withdrawal";
    private readonly string _select = EntryRow.Select(table.Room);

    /// <summary>The latest version of every entry of the owners (null: everybody), also of withdrawn ones.</summary>
    public async Task<IReadOnlyList<Entry<TKind>>> ReadAsync(IReadOnlySet<string>? owners, CancellationToken cancel)
    {
        var rows = await records.QueryAsync<EntryRow>($"{_select} WHERE e.version = (SELECT MAX(version) FROM {_entry} latest WHERE latest.number = e.number) ORDER BY e.number", new { }, cancel);
        return [.. rows.Where(row => owners is null || owners.Contains(row.Owner)).Select(row => row.ToEntry(table))];
    }

    /// <summary>Every version of an entry, latest first, whosever it is.</summary>
    public async Task<IReadOnlyList<Entry<TKind>>> HistoryAsync(long number, CancellationToken cancel) =>
        [.. (await records.QueryAsync<EntryRow>($"{_select} WHERE e.number = @number ORDER BY e.version DESC", new { number }, cancel)).Select(row => row.ToEntry(table))];

    /// <summary>Keeps an entry and returns its number. The same form again changes nothing: its number, and <c>IsNew</c> false.</summary>
    public Task<(long Number, bool IsNew)> AddAsync(NewEntry<TKind> entry, string owner, Actor by, string byName, CancellationToken cancel) => records.TransactAsync(
        async transaction =>
        {
            await transaction.LockAsync(_lock, cancel);
            if (await KeptAsync(transaction, owner, entry.Key, cancel) is { } before) return (before.Number, false);
            var number = 1 + await transaction.FirstAsync<long>($"SELECT COALESCE(MAX(number), 0) FROM {_entry}", new { }, cancel);
            await InsertAsync(transaction, number, 1, entry, owner, by, byName, cancel);
            return (number, true);
        },
        cancel);

    /// <summary>Keeps a correction and returns its version; null when somebody corrected or withdrew the entry since the author looked.</summary>
    public Task<long?> CorrectAsync(long number, long seen, NewEntry<TKind> entry, string owner, Actor by, string byName, CancellationToken cancel) => records.TransactAsync(
        async transaction =>
        {
            await transaction.LockAsync(_lock, cancel);
            if (await KeptAsync(transaction, owner, entry.Key, cancel) is { } before) return before.Number == number ? before.Version : (long?)null;
            var last = await transaction.FirstAsync<long>($"SELECT COALESCE(MAX(version), 0) FROM {_entry} WHERE number = @number", new { number }, cancel);
            var withdrawn = await transaction.FirstAsync<long>($"SELECT COUNT(*) FROM {_withdrawal} WHERE number = @number", new { number }, cancel);
            if (last != seen || withdrawn > 0) return null;
            await InsertAsync(transaction, number, last + 1, entry, owner, by, byName, cancel);
            return last + 1;
        },
        cancel);

    /// <summary>Marks an entry as withdrawn; false when it was withdrawn before.</summary>
    public async Task<bool> WithdrawAsync(long number, string reason, Actor by, string byName, CancellationToken cancel) => await records.ExecuteAsync(
        $"""
        INSERT INTO {_withdrawal} (number, reason, withdrawn_at, withdrawn_by, withdrawn_name)
        VALUES (@number, @reason, @now, @by, @byName) ON CONFLICT (number) DO NOTHING
        """,
        new { number, reason, now = clock.GetUtcNow(), by = by.Id, byName },
        cancel) == 1;

    private async Task<Kept?> KeptAsync(RecordTransaction transaction, string owner, string key, CancellationToken cancel) =>
        await transaction.FirstAsync<Kept>($"SELECT number, version FROM {_entry} WHERE owner = @owner AND form_key = @key", new { owner, key }, cancel);

    private Task<int> InsertAsync(RecordTransaction transaction, long number, long version, NewEntry<TKind> entry, string owner, Actor by, string byName, CancellationToken cancel) => transaction.ExecuteAsync(
        $"""
        INSERT INTO {_entry} (number, version, kind, owner, language, fields, form_key, is_exercise, recorded_at, recorded_by, recorded_name)
        VALUES (@number, @version, @kind, @owner, @Language, @fields, @Key, @exercise, @now, @by, @byName)
        """,
        new { number, version, kind = entry.Kind.ToString(), owner, entry.Language, fields = JsonSerializer.Serialize(entry.Fields), entry.Key, exercise = options.Exercise, now = clock.GetUtcNow(), by = by.Id, byName },
        cancel);

    private sealed record Kept
    {
        public long Number { get; init; }

        public long Version { get; init; }
    }
}
