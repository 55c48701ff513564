using System.Text;

namespace Noroshi.Tests.Observatory.Store;

/// <summary>Reads an exported CSV file by RFC 4180, as plainly as can be.</summary>
internal static class CsvLines
{
    internal static List<Dictionary<string, string>> Read(string path)
    {
        var records = new List<List<string>> { new() };
        var cell = new StringBuilder();
        var quoted = false;
        var text = File.ReadAllText(path);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (quoted && c == '"' && i + 1 < text.Length && text[i + 1] == '"') cell.Append(text[i++]);
            else if (c == '"') quoted = !quoted;
            else if (!quoted && c is ',' or '\n' && !quoted)
            {
                records[^1].Add(cell.ToString());
                cell.Clear();
                if (c == '\n') records.Add([]);
            }
            else cell.Append(c);
        }

        return [.. records.Skip(1).Where(record => record.Count > 0).Select(record => records[0].Zip(record).ToDictionary(pair => pair.First, pair => pair.Second))];
    }
}
