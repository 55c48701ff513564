namespace Noroshi.Tests.Law;

/// <summary>Reads the tables that lawyers review, so that each of their lines is run as a test.</summary>
internal static class MarkdownTable
{
    /// <summary>The lines of the table below a heading, as column and cell; a dash reads as empty.</summary>
    internal static IReadOnlyList<IReadOnlyDictionary<string, string>> Read(string file, string heading)
    {
        using var stream = typeof(MarkdownTable).Assembly.GetManifestResourceStream("Law/" + file) ?? throw new FileNotFoundException($"{file} is not embedded.");
        using var reader = new StreamReader(stream);
        var lines = reader.ReadToEnd().Split('\n')
            .SkipWhile(line => line.TrimEnd() != "## " + heading).Skip(1)
            .TakeWhile(line => !line.StartsWith("## ", StringComparison.Ordinal))
            .Where(line => line.StartsWith('|')).Select(Cells).ToList();
        var head = lines[0];
        return [.. lines.Skip(2).Select(cells =>
        {
            cells.Length.ShouldBe(head.Length, string.Join('|', cells));
            return (IReadOnlyDictionary<string, string>)head.Zip(cells).ToDictionary(pair => pair.First, pair => pair.Second == "–" ? "" : pair.Second);
        })];
    }

    /// <summary>The same as rows of a theory: the number of the line, so that a failure names it.</summary>
    internal static TheoryData<int, string> Rows(string file, string heading)
    {
        var data = new TheoryData<int, string>();
        foreach (var (at, row) in Read(file, heading).Index()) data.Add(at, string.Join(" | ", row.Values));
        return data;
    }

    private static string[] Cells(string line) => [.. line.Trim().Trim('|').Split('|').Select(cell => cell.Trim())];
}
