using System.IO.Compression;
using System.Text.Json;

namespace Noroshi.Tests.Stix.Packs;

/// <summary>Cases that others wrote, beside the repository; tests that need them skip visibly where they are absent.</summary>
internal static class Pack
{
    public static IReadOnlyList<JsonElement> Lines(string name)
    {
        using var text = new StreamReader(Open(name));
        List<JsonElement> lines = [];
        while (text.ReadLine() is { } line)
        {
            using var document = JsonDocument.Parse(line);
            lines.Add(document.RootElement.Clone());
        }

        return lines;
    }

    /// <summary>A file that is not packed.</summary>
    public static string Plain(string name)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var path = Path.Combine(folder.FullName, "..", "shared", "data", "exchange", name);
            if (File.Exists(Path.Combine(folder.FullName, "Noroshi.slnx")) && File.Exists(path)) return File.ReadAllText(path);
        }

        Assert.Skip($"../shared/data/exchange/{name} is not here");
        return "";
    }

    public static MemoryStream Open(string name)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var path = Path.Combine(folder.FullName, "..", "shared", "data", "exchange", name);
            if (!File.Exists(Path.Combine(folder.FullName, "Noroshi.slnx")) || !File.Exists(path)) continue;
            using var file = new GZipStream(File.OpenRead(path), CompressionMode.Decompress);
            var content = new MemoryStream();
            file.CopyTo(content);
            content.Position = 0;
            return content;
        }

        Assert.Skip($"../shared/data/exchange/{name} is not here");
        return new MemoryStream();
    }

    /// <summary>The last part of a case's name and its number, for example <c>test_software_language 0</c>.</summary>
    public static string NameOf(JsonElement line) => $"{line.GetProperty("test").GetString()!.Split("::")[^1].Split('[')[0]} {line.GetProperty("seq")}";
}
