using System.Text.Json;
using Noroshi.Contacts.Domain;
using Noroshi.Storage;

namespace Noroshi.Contacts.Store;

/// <summary>Organisations, points and their history in the record store. Entries are replaced, never deleted; each version stays.</summary>
internal sealed class ContactRecords(RecordStore records, TimeProvider clock)
{
    internal const string Lock = "contacts";

    /// <summary>Grows with every change, so that copies in memory know when they are old.</summary>
    internal Task<long> RevisionAsync(CancellationToken cancel) => records.FirstAsync<long>("SELECT revision FROM contacts_revision WHERE id = 1", null, cancel);

    internal async Task<ContactBook> ReadAsync(CancellationToken cancel)
    {
        var bodies = await records.QueryAsync<BodyRow>($"SELECT {BodyRow.Columns} FROM contacts_body ORDER BY id", null, cancel);
        var points = await records.QueryAsync<PointRow>($"SELECT {PointRow.Columns} FROM contacts_point ORDER BY id", null, cancel);
        // A point whose organisation came between the two questions waits for the next reading.
        var known = bodies.Select(body => body.Id).ToHashSet(StringComparer.Ordinal);
        return new ContactBook([.. bodies.Select(row => row.ToBody())], [.. points.Where(point => known.Contains(point.BodyId)).Select(row => row.ToPoint())]);
    }

    /// <summary>The book as this transaction sees it.</summary>
    internal static async Task<ContactBook> ReadAsync(RecordTransaction transaction, CancellationToken cancel)
    {
        var bodies = await transaction.QueryAsync<BodyRow>($"SELECT {BodyRow.Columns} FROM contacts_body ORDER BY id", null, cancel);
        var points = await transaction.QueryAsync<PointRow>($"SELECT {PointRow.Columns} FROM contacts_point ORDER BY id", null, cancel);
        return new ContactBook([.. bodies.Select(row => row.ToBody())], [.. points.Select(row => row.ToPoint())]);
    }

    /// <summary>Writes the next version of an organisation; the caller holds the lock.</summary>
    internal async Task<Body> WriteAsync(RecordTransaction transaction, Body body, SavedBy by, CancellationToken cancel)
    {
        var next = body with { Version = body.Version + 1 };
        await transaction.ExecuteAsync(
            $"""
            INSERT INTO contacts_body ({BodyRow.Columns}) VALUES (@Id, @Origin, @State, @Kind, @NameEn, @NameJa, @Source, @AsOf, @Confidence, @IsExercise, @Version)
            ON CONFLICT (id) DO UPDATE SET origin = excluded.origin, state = excluded.state, kind = excluded.kind, name_en = excluded.name_en, name_ja = excluded.name_ja,
                source = excluded.source, as_of = excluded.as_of, confidence = excluded.confidence, is_exercise = excluded.is_exercise, version = excluded.version
            """,
            BodyRow.Of(next),
            cancel);
        await KeepVersionAsync(transaction, "body:" + next.Id, next.Version, EntryFields.Of(next), by, cancel);
        return next;
    }

    /// <summary>Writes the next version of a point; the caller holds the lock.</summary>
    internal async Task<ContactPoint> WriteAsync(RecordTransaction transaction, ContactPoint point, Body body, SavedBy by, CancellationToken cancel)
    {
        var next = point with { Version = point.Version + 1 };
        await transaction.ExecuteAsync(
            $"""
            INSERT INTO contacts_point ({PointRow.Columns}) VALUES ({PointRow.Values})
            ON CONFLICT (id) DO UPDATE SET body_id = excluded.body_id, origin = excluded.origin, function = excluded.function, title_en = excluded.title_en, title_ja = excluded.title_ja,
                valid_from = excluded.valid_from, valid_until = excluded.valid_until, languages = excluded.languages, time_zone = excluded.time_zone, hours = excluded.hours,
                holidays = excluded.holidays, channels = excluded.channels, keys = excluded.keys, alternates = excluded.alternates, check_every_days = excluded.check_every_days,
                note = excluded.note, source = excluded.source, as_of = excluded.as_of, confidence = excluded.confidence, is_exercise = excluded.is_exercise,
                version = excluded.version, retired_at = excluded.retired_at, retired_reason = excluded.retired_reason
            """,
            PointRow.Of(next),
            cancel);
        var fields = EntryFields.Of(body, next);
        if (next.RetiredAt is not null) fields["retired_reason"] = next.RetiredReason;
        await KeepVersionAsync(transaction, "point:" + next.Id, next.Version, fields, by, cancel);
        return next;
    }

    /// <summary>Tells every copy in memory that it is old.</summary>
    internal static Task BumpAsync(RecordTransaction transaction, CancellationToken cancel) =>
        transaction.ExecuteAsync("UPDATE contacts_revision SET revision = revision + 1 WHERE id = 1", null, cancel);

    /// <summary>The versions of a point (<c>point:…</c>) or organisation (<c>body:…</c>), newest first.</summary>
    internal async Task<IReadOnlyList<EntryVersion>> HistoryAsync(string subject, CancellationToken cancel) =>
        [.. (await records.QueryAsync<VersionRow>(
            "SELECT version, change, fields, saved_at, saved_by, saved_name FROM contacts_history WHERE subject = @subject ORDER BY version DESC", new { subject }, cancel))
            .Select(row => new EntryVersion(row.Version, row.Change, JsonSerializer.Deserialize<Dictionary<string, string>>(row.Fields)!, row.SavedAt, row.SavedName))];

    private Task<int> KeepVersionAsync(RecordTransaction transaction, string subject, long version, Dictionary<string, string> fields, SavedBy by, CancellationToken cancel) => transaction.ExecuteAsync(
        """
        INSERT INTO contacts_history (subject, version, change, fields, saved_at, saved_by, saved_name)
        VALUES (@subject, @version, @Change, @fields, @now, @Id, @Name)
        """,
        new { subject, version, by.Change, fields = JsonSerializer.Serialize(fields), now = clock.GetUtcNow(), by.Id, by.Name },
        cancel);

    private sealed class VersionRow
    {
        public long Version { get; init; }

        public string Change { get; init; } = "";

        public string Fields { get; init; } = "";

        public DateTimeOffset SavedAt { get; init; }

        public string SavedBy { get; init; } = "";

        public string SavedName { get; init; } = "";
    }
}
