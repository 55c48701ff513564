using System.Text.Json;
using Noroshi.Capacity.Iati.Exchange;
using Noroshi.Shell.Audit;
using Noroshi.Storage;

namespace Noroshi.Capacity.Iati.Store;

/// <summary>Activities in the record store: one row a version, rows are added, none is changed.</summary>
internal sealed class ActivityRecords(RecordStore records)
{
    internal const string Lock = "capacity.activities";

    /// <summary>How many activities a node keeps: the registry holds all of them in memory, in short.</summary>
    internal const int Most = 20_000;

    /// <summary>How many versions are kept; versions are only added, so the same number means the same activities.</summary>
    internal Task<long> CountAsync(CancellationToken cancel) => records.FirstAsync<long>("SELECT COUNT(*) FROM capacity_activity", null, cancel);

    /// <summary>The latest version of every activity, by identifier.</summary>
    internal async IAsyncEnumerable<ActivityRow> StreamAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        await foreach (var row in records.StreamAsync<ActivityRow>(ActivityRow.Latest + " ORDER BY a.identifier", null, cancel)) yield return row;
    }

    /// <summary>Identifiers of the activities whose latest version a source said.</summary>
    internal Task<IReadOnlyList<string>> OfSourceAsync(string source, CancellationToken cancel) => records.QueryAsync<string>(
        """
        SELECT a.identifier FROM capacity_activity a
        WHERE a.source = @source AND a.version = (SELECT MAX(version) FROM capacity_activity latest WHERE latest.identifier = a.identifier) ORDER BY a.identifier
        """,
        new { source }, cancel);

    /// <summary>The latest version of an activity; null where none is kept.</summary>
    internal static async Task<KeptActivity?> FindAsync(RecordTransaction transaction, string identifier, CancellationToken cancel) =>
        (await transaction.FirstAsync<ActivityRow>(ActivityRow.Latest + " AND a.identifier = @identifier", new { identifier }, cancel))?.ToKept();

    /// <summary>Adds the next version, and a number with the first; the caller holds the lock.</summary>
    /// <exception cref="RefusalException">The node is full.</exception>
    internal static async Task AddAsync(RecordTransaction transaction, KeptActivity kept, Actor by, string byName, CancellationToken cancel)
    {
        if (kept.Version == 1)
        {
            var number = 1 + await transaction.FirstAsync<long>("SELECT COALESCE(MAX(number), 0) FROM capacity_activity_number", null, cancel);
            if (number > Most) throw new RefusalException($"This node keeps {Most} activities and takes no more. Choose those about cyber security with --only.", RefusalException.Input);
            await transaction.ExecuteAsync("INSERT INTO capacity_activity_number (identifier, number) VALUES (@Identifier, @number)", new { kept.Activity.Identifier, number }, cancel);
        }

        await transaction.ExecuteAsync(
            """
            INSERT INTO capacity_activity (identifier, version, content, source, file, blocks, is_exercise, recorded_at, recorded_by, recorded_name, confidence)
            VALUES (@Identifier, @Version, @content, @Source, @File, @blocks, @IsExercise, @RecordedAt, @by, @byName, @confidence)
            """,
            new
            {
                kept.Activity.Identifier,
                kept.Version,
                content = IatiWriter.ToText(kept.Activity),
                kept.Source,
                kept.File,
                blocks = JsonSerializer.Serialize(kept.Blocks),
                kept.IsExercise,
                kept.RecordedAt,
                by = by.Id,
                byName,
                confidence = kept.Confidence.ToString(),
            },
            cancel);
    }
}
