using System.Text;
using System.Text.Json;

namespace Noroshi.Exchange.Misp;

/// <summary>Goes once over the bytes before anything is built: that they are JSON, Unicode, and within the limits, and that no name stands twice in an object.</summary>
internal static class MispScan
{
    private static readonly UTF8Encoding _strict = new(false, throwOnInvalidBytes: true);

    /// <exception cref="MispFormatException">One of these does not hold.</exception>
    public static void Check(ReadOnlySpan<byte> json, MispLimits limits)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = limits.Depth + 1 });
        List<Level> path = [];
        var values = 0;
        try
        {
            while (reader.Read())
            {
                if (reader.TokenType == JsonTokenType.PropertyName)
                {
                    var name = Text(ref reader, path);
                    if (!path[^1].Names!.Add(name)) throw new MispFormatException(Pointer(path), $"the name '{Short(name)}' stands twice in one object; leave one out.");
                    path[^1].Name = name;
                    continue;
                }

                if (reader.TokenType is JsonTokenType.EndObject or JsonTokenType.EndArray)
                {
                    path.RemoveAt(path.Count - 1);
                    continue;
                }

                if (path.Count > 0) path[^1].Index++;
                if (++values > limits.Values) throw new MispFormatException(Pointer(path), $"there are more than {limits.Values:N0} values; split the input.");
                if (reader.TokenType == JsonTokenType.String)
                {
                    if (reader.ValueSpan.Length > limits.Text) throw new MispFormatException(Pointer(path), $"the text is longer than {limits.Text:N0} bytes; leave the attachment out.");
                    Text(ref reader, path);
                }
                else if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
                {
                    if (path.Count == limits.Depth) throw new MispFormatException(Pointer(path), $"lists and objects stand more than {limits.Depth} deep in one another.");
                    path.Add(new Level(reader.TokenType == JsonTokenType.StartObject));
                }
            }
        }
        catch (JsonException problem)
        {
            throw new MispFormatException(Pointer(path), $"this is not JSON: {problem.Message}", problem);
        }
    }

    // Both what is not UTF-8 and half of a surrogate pair end here.
    private static string Text(ref Utf8JsonReader reader, List<Level> path)
    {
        try
        {
            return reader.ValueIsEscaped ? reader.GetString()! : _strict.GetString(reader.ValueSpan);
        }
        catch (Exception problem) when (problem is InvalidOperationException or DecoderFallbackException)
        {
            throw new MispFormatException(Pointer(path), "the text is not Unicode; write it again as UTF-8.", problem);
        }
    }

    private static string Pointer(List<Level> path) => string.Concat(path.Where(level => level.Index >= 0 || level.Name is not null)
        .Select(level => "/" + (level.Names is null ? level.Index.ToString(System.Globalization.CultureInfo.InvariantCulture) : MispPointer.Escape(level.Name!))));

    private static string Short(string text) => text.Length <= 60 ? text : text[..60] + "…";

    private sealed class Level(bool isObject)
    {
        public HashSet<string>? Names { get; } = isObject ? new HashSet<string>(StringComparer.Ordinal) : null;

        public string? Name { get; set; }

        public int Index { get; set; } = -1;
    }
}
