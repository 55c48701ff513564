using System.Text.Json;
using Noroshi.Storage;

namespace Noroshi.WeakLinks.Reading;

/// <summary>The same table as JSON: an array of objects whose members have the names of the columns. Lists are arrays of texts.</summary>
internal static class JsonTable
{
    private const long MostBytes = 256L << 20;
    private const int Deepest = 4;

    internal static bool Is(string path) => path.EndsWith(".json", StringComparison.OrdinalIgnoreCase);

    /// <summary>The rows, numbered from 1.</summary>
    /// <exception cref="RefusalException">The file or its form is wrong.</exception>
    internal static IEnumerable<CsvRow> Read(string path, string[] required, string[] optional)
    {
        using var document = Parse(path);
        if (document.RootElement.ValueKind != JsonValueKind.Array) throw Refuse($"{path}: the file is no array. Write [{{\"{required[0]}\": …}}, …].");
        if (document.RootElement.GetArrayLength() == 0) throw Refuse($"{path}: there are no rows. Give at least one object with {string.Join(", ", required)}.");
        string[] names = [.. required, .. optional];
        var columns = names.Select((name, place) => (name, place)).ToDictionary(pair => pair.name, pair => pair.place, StringComparer.Ordinal);
        var file = CsvFile.Of(path, columns);
        var number = 0;
        foreach (var row in document.RootElement.EnumerateArray())
        {
            number++;
            if (row.ValueKind != JsonValueKind.Object) throw Refuse($"{path}, row {number}: the row is no object. Write {{\"{required[0]}\": …}}.");
            var cells = new string?[names.Length];
            foreach (var member in row.EnumerateObject())
            {
                if (!columns.TryGetValue(member.Name, out var place)) throw Refuse($"{path}, row {number}: there is no column '{WrongName(member.Name)}'. The columns are {string.Join(',', names)}.");
                if (cells[place] is not null) throw Refuse($"{path}, row {number}: the member '{member.Name}' stands twice. Keep one.");
                cells[place] = Text(member.Value) ?? throw Refuse($"{path}, row {number}, column {member.Name}: the cell is no text, number or list of texts. Give one of these, or null where nothing is known.");
            }

            yield return new CsvRow(file, number, [.. cells.Select(cell => cell ?? "")]);
        }
    }

    private static JsonDocument Parse(string path)
    {
        try
        {
            if (new FileInfo(path).Length > MostBytes) throw Refuse($"{path} is larger than {MostBytes >> 20} MiB. Give it as CSV, which is read row by row.");
            return JsonDocument.Parse(File.ReadAllBytes(path), new JsonDocumentOptions { MaxDepth = Deepest });
        }
        catch (JsonException problem)
        {
            throw new RefusalException($"{path}, line {problem.LineNumber + 1}: this is not JSON of a table: {problem.Message}", RefusalException.Input, problem);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new RefusalException($"{path} cannot be read: {problem.Message}", RefusalException.Input, problem);
        }
    }

    private static string? Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => "",
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number => value.GetRawText(),
        JsonValueKind.True => "yes",
        JsonValueKind.False => "no",
        JsonValueKind.Array when value.EnumerateArray().All(each => each.ValueKind == JsonValueKind.String && !each.GetString()!.Contains(';', StringComparison.Ordinal)) => string.Join(';', value.EnumerateArray().Select(each => each.GetString())),
        _ => null,
    };

    private static string WrongName(string name) => name.Length > 40 ? name[..40] + "…" : name;

    private static RefusalException Refuse(string message) => new(message, RefusalException.Input);
}
