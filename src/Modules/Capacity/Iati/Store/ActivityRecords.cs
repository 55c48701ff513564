using System.Text.Json;
using Noroshi.Capacity.Iati.Exchange;
using Noroshi.Capacity.Iati.Model;
using Noroshi.Shell.Audit;
using Noroshi.Storage;

namespace Noroshi.Capacity.Iati.Store;

/// <summary>Activities in the record store: one row a version, rows are added, none is changed.</summary>
internal sealed class ActivityRecords(RecordStore records)
{
    internal const string Lock = "capacity.activities";

    /// <summary>The latest version of every activity, by identifier.</summary>
    internal async IAsyncEnumerable<KeptActivity> StreamAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        await foreach (var row in records.StreamAsync<ActivityRow>(ActivityRow.Latest + " ORDER BY a.identifier", null, cancel)) yield return row.ToKept();
    }

    /// <summary>The latest version of an activity; null where none is kept.</summary>
    internal static async Task<KeptActivity?> FindAsync(RecordTransaction transaction, string identifier, CancellationToken cancel) =>
        (await transaction.FirstAsync<ActivityRow>(ActivityRow.Latest + " AND a.identifier = @identifier", new { identifier }, cancel))?.ToKept();

    /// <summary>Identifiers of the activities whose latest version a source said.</summary>
    internal static async Task<IReadOnlyList<string>> OfSourceAsync(RecordTransaction transaction, string source, CancellationToken cancel) =>
        await transaction.QueryAsync<string>(
            """
            SELECT a.identifier FROM capacity_activity a
            WHERE a.source = @source AND a.version = (SELECT MAX(version) FROM capacity_activity latest WHERE latest.identifier = a.identifier) ORDER BY a.identifier
            """,
            new { source }, cancel);

    /// <summary>Adds the next version; the caller holds the lock.</summary>
    internal static Task AddAsync(RecordTransaction transaction, IatiActivity activity, KeptActivity kept, Actor by, string byName, CancellationToken cancel) => transaction.ExecuteAsync(
        """
        INSERT INTO capacity_activity (identifier, version, content, source, file, blocks, is_exercise, recorded_at, recorded_by, recorded_name)
        VALUES (@Identifier, @Version, @content, @Source, @File, @blocks, @IsExercise, @RecordedAt, @by, @byName)
        """,
        new { activity.Identifier, kept.Version, content = IatiWriter.ToText(activity), kept.Source, kept.File, blocks = JsonSerializer.Serialize(kept.Blocks), kept.IsExercise, kept.RecordedAt, by = by.Id, byName },
        cancel);
}
