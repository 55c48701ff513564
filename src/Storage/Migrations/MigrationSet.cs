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
    /// Reads the embedded <c>Migrations/NNNN_name.sql</c>, and after each what one database needs in its own words:
    /// <c>NNNN_name.sqlite.sql</c> or <c>NNNN_name.postgres.sql</c>, which stand beside it together or alone.
    /// </summary>
    /// <param name="scope">The module's name.</param>
    /// <param name="assembly">Holds the files.</param>
    /// <param name="dialect">For which database.</param>
    /// <param name="folder">Only files below this folder, as a namespace (for example <c>Noroshi.Shell.Audit</c>); <c>null</c> takes all.</param>
    public static MigrationSet Read(string scope, Assembly assembly, RecordDialect dialect, string? folder = null)
    {
        var files = new List<(int Version, string Name, string Dialect, string Sql)>();
        foreach (var resource in assembly.GetManifestResourceNames())
        {
            if (folder is not null && !resource.StartsWith(folder + ".", StringComparison.Ordinal)) continue;
            if (FileName().Match(resource) is not { Success: true } match) continue;
            using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
            files.Add((int.Parse(match.Groups["version"].Value, CultureInfo.InvariantCulture), match.Groups["name"].Value, match.Groups["dialect"].Value, reader.ReadToEnd()));
        }

        return Of(scope, dialect, files);
    }

    /// <summary>Puts the files of each step together: what both databases share, then what only this one gets.</summary>
    internal static MigrationSet Of(string scope, RecordDialect dialect, IEnumerable<(int Version, string Name, string Dialect, string Sql)> files) => new(scope, files.GroupBy(file => file.Version).Select(step =>
    {
        var name = step.First().Name;
        if (step.Any(file => file.Name != name) || step.GroupBy(file => file.Dialect).Any(same => same.Skip(1).Any()))
            throw new MigrationException($"Two migrations of '{scope}' have the number {step.Key:0000}. Renumber one that was never released.");
        string? In(string words) => step.FirstOrDefault(file => file.Dialect == words).Sql;
        var (shared, sqlite, postgres) = (In(""), In("sqlite"), In("postgres"));
        if (sqlite is null != postgres is null)
            throw new MigrationException($"The migration {step.Key:0000}_{name} of '{scope}' has words for {(sqlite is null ? "PostgreSQL" : "SQLite")} only. Add those for the other database beside it.");
        return new Migration(step.Key, name, string.Join('\n', new[] { shared?.TrimEnd(), dialect == RecordDialect.Postgres ? postgres : sqlite }.OfType<string>()));
    }));

    [GeneratedRegex(@"\.Migrations\.(?<version>\d{4})_(?<name>[A-Za-z0-9_-]+)(?:\.(?<dialect>sqlite|postgres))?\.sql$", RegexOptions.CultureInvariant)]
    private static partial Regex FileName();

    [GeneratedRegex(@"(?:^|;)\s*(?:BEGIN|COMMIT|ROLLBACK|SAVEPOINT|RELEASE|VACUUM|ATTACH|START\s+TRANSACTION)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex TransactionControl();
}
