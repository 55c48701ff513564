using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;

namespace Noroshi.Storage.Migrations;

/// <summary>The numbered steps of one scope (a module or a part of the shell), in order.</summary>
public sealed partial class MigrationSet
{
    /// <exception cref="MigrationException">Numbers are missing or repeated, or a step tries to control the transaction.</exception>
    public MigrationSet(string scope, IEnumerable<Migration> steps)
    {
        Scope = scope;
        Steps = [.. steps.OrderBy(step => step.Version)];
        for (var i = 0; i < Steps.Count; i++)
        {
            var step = Steps[i];
            if (step.Version != i + 1)
                throw new MigrationException($"The migrations of '{scope}' are numbered wrongly: expected {i + 1:0000}, found {step.Version:0000}_{step.Name}. Number them 0001, 0002, … without gaps or repeats.");
            if (TransactionControl().Match(step.Sql) is { Success: true } found)
                throw new MigrationException($"The migration {step.Version:0000}_{step.Name} of '{scope}' contains '{found.Value.Trim()}'. The migrator runs all steps in one transaction; remove it.");
            if (string.IsNullOrWhiteSpace(step.Sql)) throw new MigrationException($"The migration {step.Version:0000}_{step.Name} of '{scope}' is empty.");
        }
    }

    /// <summary>Whose schema this is: the module's name.</summary>
    public string Scope { get; }

    public IReadOnlyList<Migration> Steps { get; }

    /// <summary>
    /// Reads the embedded <c>Migrations/NNNN_name.sql</c>; where <c>NNNN_name.postgres.sql</c> stands beside it, PostgreSQL gets that.
    /// </summary>
    /// <param name="scope">The module's name.</param>
    /// <param name="assembly">Holds the files.</param>
    /// <param name="dialect">For which database.</param>
    /// <param name="folder">Only files below this folder, as a namespace (for example <c>Noroshi.Shell.Audit</c>); <c>null</c> takes all.</param>
    public static MigrationSet Read(string scope, Assembly assembly, RecordDialect dialect, string? folder = null)
    {
        var plain = new Dictionary<int, Migration>();
        var special = new Dictionary<int, Migration>();
        foreach (var resource in assembly.GetManifestResourceNames())
        {
            if (folder is not null && !resource.StartsWith(folder + ".", StringComparison.Ordinal)) continue;
            if (FileName().Match(resource) is not { Success: true } match) continue;
            var version = int.Parse(match.Groups["version"].Value, CultureInfo.InvariantCulture);
            using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
            var step = new Migration(version, match.Groups["name"].Value, reader.ReadToEnd());
            if (!(match.Groups["postgres"].Success ? special : plain).TryAdd(version, step))
                throw new MigrationException($"Two migrations of '{scope}' have the number {version:0000}. Renumber one that was never released.");
        }

        if (special.Keys.FirstOrDefault(version => !plain.ContainsKey(version)) is var orphan and not 0)
            throw new MigrationException($"The migration {orphan:0000} of '{scope}' exists for PostgreSQL only. Add the file without '.postgres' beside it.");
        return new MigrationSet(scope, plain.Select(pair => dialect == RecordDialect.Postgres && special.TryGetValue(pair.Key, out var other) ? other : pair.Value));
    }

    [GeneratedRegex(@"\.Migrations\.(?<version>\d{4})_(?<name>[A-Za-z0-9_-]+)(?<postgres>\.postgres)?\.sql$", RegexOptions.CultureInvariant)]
    private static partial Regex FileName();

    [GeneratedRegex(@"(?:^|;)\s*(?:BEGIN|COMMIT|ROLLBACK|SAVEPOINT|RELEASE|VACUUM|ATTACH|START\s+TRANSACTION)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex TransactionControl();
}
