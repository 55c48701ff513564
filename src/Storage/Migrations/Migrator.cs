using System.Data.Common;

namespace Noroshi.Storage.Migrations;

/// <summary>Brings the schema of all scopes up to date in one transaction: everything or nothing.</summary>
public sealed class Migrator(RecordStore store, TimeProvider clock)
{
    /// <summary>Runs what is missing; safe when several processes start at once (the others wait, then find nothing to do).</summary>
    /// <returns>The steps that ran now, as <c>scope/0001_name</c>.</returns>
    /// <exception cref="MigrationException">A step failed, the database is newer than this program, or a step that ran was edited; nothing was changed.</exception>
    public Task<IReadOnlyList<string>> RunAsync(IReadOnlyList<MigrationSet> sets, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(sets);
        if (sets.GroupBy(set => set.Scope, StringComparer.Ordinal).FirstOrDefault(group => group.Skip(1).Any()) is { } twice)
            throw new MigrationException($"Two parts of the node call their schema '{twice.Key}'. Give one another name.");
        return store.TransactAsync(transaction => RunAsync(sets, transaction, cancel), cancel);
    }

    private async Task<IReadOnlyList<string>> RunAsync(IReadOnlyList<MigrationSet> sets, RecordTransaction transaction, CancellationToken cancel)
    {
        await transaction.LockAsync("migrations", cancel).ConfigureAwait(false);
        await transaction.ExecuteAsync(
            """
            CREATE TABLE IF NOT EXISTS schema_migration (
                scope TEXT NOT NULL, version INTEGER NOT NULL, name TEXT NOT NULL, checksum TEXT NOT NULL, applied_at TEXT NOT NULL,
                PRIMARY KEY (scope, version))
            """,
            null,
            cancel).ConfigureAwait(false);
        var applied = await transaction.QueryAsync<Applied>("SELECT scope, version, name, checksum FROM schema_migration ORDER BY scope, version", null, cancel).ConfigureAwait(false);
        var ran = new List<string>();
        foreach (var set in sets)
        {
            var before = applied.Where(row => row.Scope == set.Scope).ToList();
            Check(set, before);
            foreach (var step in set.Steps.Skip(before.Count))
            {
                await ApplyAsync(set.Scope, step, transaction, cancel).ConfigureAwait(false);
                ran.Add($"{set.Scope}/{step.Version:0000}_{step.Name}");
            }
        }

        if (ran.Count > 0) await CheckReferencesAsync(transaction, cancel).ConfigureAwait(false);
        return ran;
    }

    private void Check(MigrationSet set, List<Applied> before)
    {
        if (before.Count > set.Steps.Count)
        {
            var newest = before[^1];
            throw new MigrationException(
                $"{store.Place} was written by a newer Noroshi: its '{set.Scope}' schema is at {newest.Version:0000}_{newest.Name}, this program knows {set.Steps.Count:0000}. " +
                "Nothing was changed. Start the newer program, or restore the backup made before the update.");
        }

        for (var i = 0; i < before.Count; i++)
        {
            var step = set.Steps[i];
            if (before[i].Version != step.Version || before[i].Checksum != step.Checksum)
            {
                throw new MigrationException(
                    $"The migration {step.Version:0000}_{step.Name} of '{set.Scope}' differs from the one that {store.Place} ran ({before[i].Version:0000}_{before[i].Name}). " +
                    "Nothing was changed. Undo the edit and put the change into a new migration with the next number.");
            }
        }
    }

    private async Task ApplyAsync(string scope, Migration step, RecordTransaction transaction, CancellationToken cancel)
    {
        try
        {
            await transaction.ExecuteAsync(step.Sql, null, cancel).ConfigureAwait(false);
            await transaction.ExecuteAsync(
                "INSERT INTO schema_migration (scope, version, name, checksum, applied_at) VALUES (@scope, @Version, @Name, @Checksum, @now)",
                new { scope, step.Version, step.Name, step.Checksum, now = clock.GetUtcNow() },
                cancel).ConfigureAwait(false);
        }
        catch (DbException failure)
        {
            throw new MigrationException(
                $"The migration {step.Version:0000}_{step.Name} of '{scope}' failed in {store.Place}: {failure.Message} " +
                "Nothing was changed; the node does not start on a half-made schema. Correct the cause and start again, or report this message.",
                failure);
        }
    }

    private async Task CheckReferencesAsync(RecordTransaction transaction, CancellationToken cancel)
    {
        if (store.Dialect != RecordDialect.Sqlite) return;
        var broken = await transaction.QueryAsync<string>("SELECT \"table\" || ' → ' || \"parent\" FROM pragma_foreign_key_check LIMIT 5", null, cancel).ConfigureAwait(false);
        if (broken.Count > 0)
            throw new MigrationException($"After the migrations, rows in {store.Place} would point to nothing ({string.Join(", ", broken)}). Nothing was changed; report this message.");
    }

    private sealed class Applied
    {
        public string Scope { get; init; } = "";

        public int Version { get; init; }

        public string Name { get; init; } = "";

        public string Checksum { get; init; } = "";
    }
}
