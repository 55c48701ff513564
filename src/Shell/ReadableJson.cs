using System.Text.Encodings.Web;
using System.Text.Json;

namespace Noroshi.Shell;

/// <summary>JSON for files and terminals, which people read as well: indented, every script as it is. Never put into a page.</summary>
public static class ReadableJson
{
    /// <summary>Names in camel case.</summary>
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
