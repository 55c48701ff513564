using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace Noroshi.Shell.ReferenceData;

/// <summary>Reads the schema files and refuses what it does not understand: a misspelt rule must not be a rule that never applies.</summary>
internal static class SchemaReader
{
    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web)
    {
        PropertyNameCaseInsensitive = false,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        AllowDuplicateProperties = false,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false) },
    };

    /// <summary>The columns that close every table.</summary>
    private static readonly ColumnSchema[] Provenance =
    [
        new() { Name = "source", About = "Where the fact was read", Required = true },
        new() { Name = "as_of", About = "When it was last checked, as exactly as known", Required = true, Type = ColumnType.PartialDate },
        new() { Name = "confidence", About = "A official text, B secondary, C unchecked, D doubtful", Required = true, OneOf = ["A", "B", "C", "D"] },
    ];

    /// <summary>Reads every <c>schema/**/*.json</c> below the folder, in path order.</summary>
    public static IReadOnlyList<TableSchema> Read(string dataFolder, List<Finding> findings)
    {
        var folder = Path.Combine(dataFolder, "schema");
        var schemas = new List<TableSchema>();
        if (!Directory.Exists(folder))
        {
            findings.Add(new Finding("schema", 0, "", Reason.MissingFile, "The folder of schemas is not there.", "Give the folder that holds schema/ and states/ with --data."));
            return schemas;
        }

        foreach (var path in Directory.EnumerateFiles(folder, "*.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var file = FactFolder.Relative(dataFolder, path);
            try
            {
                var schema = JsonSerializer.Deserialize<TableSchema>(File.ReadAllBytes(path), Strict) ?? throw new JsonException("The file holds null.");
                schema = schema with { Columns = [.. schema.Columns, .. Provenance] };
                var fault = Fault(schema) ?? (schemas.Exists(other => other.Table == schema.Table) ? $"there are two schemas for table '{schema.Table}'" : null);
                if (fault is null) schemas.Add(schema);
                else findings.Add(Bad(file, 0, fault));
            }
            catch (JsonException fault)
            {
                findings.Add(Bad(file, (int)(fault.LineNumber + 1 ?? 0), fault.Message));
            }
        }

        findings.AddRange(schemas.SelectMany(schema => DanglingReferences(schema, schemas)));
        return schemas;
    }

    private static string? Fault(TableSchema schema)
    {
        if (!schema.Files.EndsWith(".csv", StringComparison.Ordinal) || schema.Files.StartsWith('/') || schema.Files.Split('/').Contains("..")) return $"'files' must be a .csv path below the data folder, not '{schema.Files}'";
        if (schema.Files.IndexOf('*', StringComparison.Ordinal) is var star and >= 0 && schema.Files[star..] != "*.csv") return "'files' may hold one *, as its last part '*.csv'";
        if (schema.Key.Count == 0) return "'key' is empty";
        if (schema.Columns.GroupBy(column => column.Name).FirstOrDefault(group => group.Count() > 1) is { } twice) return $"column '{twice.Key}' stands twice";
        var named = schema.Key.Append(schema.FileNameIs).Concat(schema.Columns.SelectMany(column => new[] { column.NotBefore, column.WeekdayOf }));
        if (named.FirstOrDefault(name => name is not null && schema.IndexOf(name) < 0) is { } missing) return $"column '{missing}' is named but not described";
        foreach (var column in schema.Columns)
        {
            if (column.Pattern is not { } pattern) continue;
            try
            {
                _ = new Regex(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
            }
            catch (Exception fault) when (fault is ArgumentException or NotSupportedException)
            {
                return $"the pattern of '{column.Name}' cannot be used: {fault.Message}";
            }
        }

        return null;
    }

    private static IEnumerable<Finding> DanglingReferences(TableSchema schema, List<TableSchema> schemas)
    {
        bool Exists(string reference) => reference.Split('.') is [var table, var column] && schemas.Find(other => other.Table == table)?.IndexOf(column) >= 0;
        foreach (var column in schema.Columns)
        {
            var named = (column.References ?? []).Concat(column.Counts is { } counts ? counts.Where.Keys.Append(counts.By).Select(name => $"{counts.Table}.{name}") : []);
            foreach (var reference in named.Where(name => !Exists(name)))
            {
                yield return Bad($"schema: {schema.Table}", 0, $"column '{column.Name}' refers to '{reference}', which no schema describes");
            }
        }
    }

    private static Finding Bad(string file, int row, string fault) =>
        new(file, row, "", Reason.BadSchema, $"The schema cannot be used: {fault}", "Mend the schema; data/README.md lists what it may say.");
}
