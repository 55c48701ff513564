using System.Text.Json;
using Noroshi.Observatory.Domain;

namespace Noroshi.Observatory.Reading;

/// <summary>
/// Says what the columns of a CSV file mean:
/// <c>{"columns":{"when":"time","client":"source","server":"target","dport":"targetPort","proto":"protocol"},"time":"epochMillis","unit":"flow"}</c>.
/// Optional: <c>"delimiter":";"</c>, <c>"header":false</c> (then columns are named 1, 2, 3 …), <c>"protocol":"tcp"</c> where no column tells it.
/// </summary>
internal sealed class MappingFile
{
    private const long LongestFile = 1 << 20;

    /// <summary>Column name → meaning.</summary>
    public IReadOnlyDictionary<string, CsvField> Columns { get; private init; } = new Dictionary<string, CsvField>();

    public CsvTimeFormat Time { get; private init; }

    /// <summary>Null: flow where a column counts packets, else report.</summary>
    public CountingUnit? Unit { get; private init; }

    /// <summary>Null: found in the header line.</summary>
    public byte? Delimiter { get; private init; }

    public bool Header { get; private init; } = true;

    /// <summary>Protocol of every record, where no column tells it.</summary>
    public byte? Protocol { get; private init; }

    /// <exception cref="UnreadableInputException">The file is no mapping; the message says which part.</exception>
    public static MappingFile Load(string path)
    {
        if (new FileInfo(path) is { Exists: true, Length: > LongestFile }) throw new UnreadableInputException($"Mapping '{path}' is larger than 1 MiB. Give a small JSON file.");
        return Parse(File.ReadAllBytes(path), path);
    }

    /// <exception cref="UnreadableInputException">The text is no mapping; the message says which part.</exception>
    public static MappingFile Parse(ReadOnlyMemory<byte> json, string name)
    {
        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = 4, CommentHandling = JsonCommentHandling.Skip });
            return Read(document.RootElement, name);
        }
        catch (JsonException problem)
        {
            throw new UnreadableInputException($"Mapping '{name}' is not JSON: {problem.Message}", problem);
        }
    }

    private static MappingFile Read(JsonElement root, string name)
    {
        if (root.ValueKind != JsonValueKind.Object) throw Wrong(name, "it must be one object");
        var columns = new Dictionary<string, CsvField>(StringComparer.OrdinalIgnoreCase);
        CsvTimeFormat time = default;
        CountingUnit? unit = null;
        byte? delimiter = null, protocol = null;
        var header = true;
        foreach (var part in root.EnumerateObject())
        {
            switch (part.Name)
            {
                case "columns":
                    ReadColumns(part.Value, columns, name);
                    break;
                case "time":
                    time = ReadName<CsvTimeFormat>(part.Value, name, "time");
                    break;
                case "unit":
                    unit = ReadName<CountingUnit>(part.Value, name, "unit");
                    break;
                case "delimiter":
                    if (part.Value.ValueKind != JsonValueKind.String || part.Value.GetString() is not { Length: 1 } text || text[0] is > '~' or '"' or '\n' or '\r') throw Wrong(name, "delimiter must be one ASCII character other than a quotation mark");
                    delimiter = (byte)text[0];
                    break;
                case "header":
                    if (part.Value.ValueKind is not (JsonValueKind.True or JsonValueKind.False)) throw Wrong(name, "header must be true or false");
                    header = part.Value.GetBoolean();
                    break;
                case "protocol":
                    if (part.Value.ValueKind != JsonValueKind.String || !ProtocolText.TryRead(System.Text.Encoding.UTF8.GetBytes(part.Value.GetString()!), true, out var number)) throw Wrong(name, "protocol must be a name (tcp, udp, icmp) or a number in quotation marks");
                    protocol = number;
                    break;
                default:
                    throw Wrong(name, $"it has '{part.Name}'; known are columns, time, unit, delimiter, header, protocol");
            }
        }

        foreach (var needed in (CsvField[])[CsvField.Time, CsvField.Source, CsvField.Target])
        {
            if (!columns.ContainsValue(needed)) throw Wrong(name, $"no column is mapped to {NameOf(needed)}");
        }

        return new MappingFile { Columns = columns, Time = time, Unit = unit, Delimiter = delimiter, Header = header, Protocol = protocol };
    }

    private static void ReadColumns(JsonElement value, Dictionary<string, CsvField> columns, string name)
    {
        if (value.ValueKind != JsonValueKind.Object) throw Wrong(name, "columns must be an object of column name → field");
        foreach (var column in value.EnumerateObject())
        {
            var field = ReadName<CsvField>(column.Value, name, $"columns.{column.Name}");
            if (columns.ContainsValue(field)) throw Wrong(name, $"two columns are mapped to {NameOf(field)}");
            if (!columns.TryAdd(column.Name, field)) throw Wrong(name, $"column {column.Name} is named twice");
        }
    }

    private static T ReadName<T>(JsonElement value, string name, string where)
        where T : struct, Enum
    {
        var text = value.ValueKind == JsonValueKind.String ? value.GetString()! : value.ToString();
        foreach (var known in Enum.GetValues<T>())
        {
            if (string.Equals(NameOf(known), text, StringComparison.OrdinalIgnoreCase)) return known;
        }

        throw Wrong(name, $"{where} is '{text}'; known are {string.Join(", ", Enum.GetValues<T>().Select(NameOf))}");
    }

    private static string NameOf<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    private static UnreadableInputException Wrong(string name, string what) => new($"Mapping '{name}': {what}.");
}
