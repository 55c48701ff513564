using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Noroshi.Contacts.Domain;

namespace Noroshi.Contacts.Formats;

/// <summary>One object a point, with the fields of the CSV file; lists are arrays.</summary>
internal sealed class JsonContacts : IContactFormat
{
    private const string Form = "noroshi-contacts";
    private const string HalfCharacters = "The file holds half characters; save it as UTF-8.";
    private static readonly JsonWriterOptions Written = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public string Word => "json";

    public string MediaType => "application/json";

    public string Ending => ".json";

    public string Write(ExportedPoints points)
    {
        using var memory = new MemoryStream();
        using (var json = new Utf8JsonWriter(memory, Written))
        {
            json.WriteStartObject();
            json.WriteString("format", Form);
            json.WriteNumber("version", 1);
            json.WriteBoolean("exercise", points.IsExercise);
            json.WriteStartArray("points");
            foreach (var (body, point) in points.Points)
            {
                var fields = EntryFields.Of(body, point);
                json.WriteStartObject();
                foreach (var field in EntryFields.All.Where(field => fields.GetValueOrDefault(field) is { Length: > 0 })) WriteField(json, field, fields[field]);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(memory.ToArray()) + "\n";
    }

    public FileContent Read(string text, ImportDefaults defaults)
    {
        try
        {
            using var document = JsonDocument.Parse(text.TrimStart('\ufeff'), new JsonDocumentOptions { MaxDepth = 8 });
            return Read(document.RootElement);
        }
        catch (JsonException wrong)
        {
            return FileContent.Wrong((int)(wrong.LineNumber ?? 0) + 1, "file", "This is not JSON: " + wrong.Message);
        }
        catch (ArgumentException)
        {
            return FileContent.Wrong(1, "file", HalfCharacters);
        }
    }

    /// <summary>The entries of an object that was parsed before, as a peer's message brings it. Lines count the points from 1.</summary>
    internal static FileContent Read(JsonElement root)
    {
        try
        {
            return ReadRoot(root);
        }
        catch (InvalidOperationException)
        {
            return FileContent.Wrong(1, "file", HalfCharacters); // \ud800 alone is JSON, and no text.
        }
    }

    private static FileContent ReadRoot(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("format", out var form) || form.ValueKind != JsonValueKind.String || form.GetString() != Form)
            return FileContent.Wrong(1, "format", $"The object does not say \"format\": \"{Form}\".");
        if (!root.TryGetProperty("version", out var version) || version.ValueKind != JsonValueKind.Number || !version.TryGetInt32(out var number) || number != 1) return FileContent.Wrong(1, "version", "This version of the form is not known; version 1 is.");
        if (!root.TryGetProperty("points", out var points) || points.ValueKind != JsonValueKind.Array) return FileContent.Wrong(1, "points", "The array 'points' is missing.");
        if (points.GetArrayLength() > ContactFormats.MostEntries) return FileContent.Wrong(1, "points", FormattableString.Invariant($"There are more than {ContactFormats.MostEntries} points; split the file."));
        var content = FileContent.Empty();
        var at = 0;
        foreach (var point in points.EnumerateArray())
        {
            at++;
            if (point.ValueKind == JsonValueKind.Object) ReadPoint(point, at, content);
            else content.Problems.Add(new FieldProblem(at, "points", "is not an object."));
        }

        return content;
    }

    private static void ReadPoint(JsonElement point, int at, FileContent content)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var property in point.EnumerateObject())
        {
            if (!EntryFields.All.Contains(property.Name)) content.Problems.Add(new FieldProblem(at, property.Name.Length > 40 ? property.Name[..40] : property.Name, "is not a field of a point."));
            else if (Value(property.Name, property.Value) is not { } value) content.Problems.Add(new FieldProblem(at, property.Name, "is neither a text nor, for lists, an array of texts."));
            else if (!fields.TryAdd(property.Name, value)) content.Problems.Add(new FieldProblem(at, property.Name, "stands twice."));
        }

        content.Entries.Add((at, fields));
    }

    private static string? Value(string field, JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number when field == EntryFields.CheckEveryDays => value.GetRawText(),
        JsonValueKind.Array when EntryFields.Lists.TryGetValue(field, out var between) && value.EnumerateArray().All(item => item.ValueKind == JsonValueKind.String) =>
            string.Join(between, value.EnumerateArray().Select(item => item.GetString())),
        _ => null,
    };

    private static void WriteField(Utf8JsonWriter json, string field, string value)
    {
        if (field == EntryFields.CheckEveryDays)
        {
            json.WriteNumber(field, int.Parse(value, System.Globalization.CultureInfo.InvariantCulture));
        }
        else if (EntryFields.Lists.TryGetValue(field, out var between))
        {
            json.WriteStartArray(field);
            foreach (var item in value.Split(between)) json.WriteStringValue(item);
            json.WriteEndArray();
        }
        else
        {
            json.WriteString(field, value);
        }
    }
}
