using Microsoft.Extensions.Diagnostics.HealthChecks;
using Noroshi.Node.Control;
using Noroshi.Shell.Access;
using Noroshi.Storage;
using Noroshi.Storage.Migrations;

namespace Noroshi.Node.Doctor;

/// <summary>Do the stores open, and does their schema fit this program? Nothing is migrated or written to find out.</summary>
internal static class StoreChecks
{
    internal static async Task<IReadOnlyList<Finding>> RunAsync(NodeOptions options, ControlClient? node, CancellationToken cancel)
    {
        if (node is not null)
            return [.. (await node.ChecksAsync(cancel)).Select(said => new Finding(said.Name, said.Status, said.Detail ?? "answers", Remedy(said.Status)))];
        if (options.Database is null && !File.Exists(Path.Combine(options.DataDirectory, "records.db")))
            return [Finding.Warn("records", "There are none yet.", "They are made when the node first starts.")];
        var found = new List<Finding>();
        try
        {
            using var folder = Directory.Exists(options.DataDirectory) ? DataFolder.Hold(options.DataDirectory) : null;
            await using var services = Services(options);
            found.Add(await SchemaAsync(services.GetRequiredService<RecordStore>(), cancel));
            var report = await services.GetRequiredService<HealthCheckService>().CheckHealthAsync(check => check.Name is not ("records" or "folder"), cancel);
            found.AddRange(StoreCheck.From(report).Select(said => new Finding(said.Name, said.Status, said.Detail ?? "answers", Remedy(said.Status))));
        }
        catch (Exception error) when (error is RefusalException or RecordStoreException or MigrationException)
        {
            found.Add(Finding.Fail("records", error.Message, "Do what the message says, then run the doctor again."));
        }
        return found;
    }

    private static string? Remedy(string status) => status == "ok" ? null : "Do what the message says; the node's log has more.";

    private static ServiceProvider Services(NodeOptions options)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddHouse(options, House.Open(options.Only));
        return services.BuildServiceProvider();
    }

    private static async Task<Finding> SchemaAsync(RecordStore records, CancellationToken cancel)
    {
        var known = AccessServices.Migrations(records.Dialect)
            .Concat(House.Modules.Where(module => module.MigrationsAssembly is not null).Select(module => MigrationSet.Read(module.Name, module.MigrationsAssembly!, records.Dialect)))
            .ToDictionary(set => set.Scope, set => set.Steps.Count, StringComparer.Ordinal);
        IReadOnlyList<Scope> applied;
        try
        {
            applied = await records.QueryAsync<Scope>("SELECT scope AS name, MAX(version) AS version FROM schema_migration GROUP BY scope ORDER BY scope", null, cancel);
        }
        catch (System.Data.Common.DbException error)
        {
            return Finding.Warn("records", $"{records.Place} opens but has no schema yet ({error.Message}).", "It is made when the node starts.");
        }
        if (applied.FirstOrDefault(scope => scope.Version > known.GetValueOrDefault(scope.Name)) is { } newer)
            return Finding.Fail("records", $"{records.Place} was written by a newer Noroshi ('{newer.Name}' is at {newer.Version}).", "Use the newer program, or restore the backup taken before the update.");
        var behind = known.Where(set => applied.FirstOrDefault(scope => scope.Name == set.Key)?.Version is var version && (version ?? 0) < set.Value).Select(set => set.Key).ToList();
        var what = $"{records.Place} opens; schema {string.Join(", ", applied.Select(scope => $"{scope.Name} {scope.Version}"))}.";
        return behind.Count == 0
            ? Finding.Ok("records", what)
            : Finding.Warn("records", $"{what} Behind: {string.Join(", ", behind)}.", "Take a backup; the schema is brought up to date when the node next starts.");
    }

    private sealed class Scope
    {
        public string Name { get; init; } = "";

        public long Version { get; init; }
    }
}
