using System.Text.RegularExpressions;
using Noroshi.BrowserTests.House;

namespace Noroshi.BrowserTests.Walk;

public sealed partial class PageListTests
{
    [Fact]
    public void PageList_WhenAPageIsAdded_HoldsIt()
    {
        var listed = PageList.SignedIn.Concat(PageList.Strangers).Select(static path => path.Split('?')[0]).ToList();
        var templates = Directory.EnumerateFiles(Path.Combine(Repository.Root, "src"), "*.razor", SearchOption.AllDirectories)
            .SelectMany(static file => Page().Matches(File.ReadAllText(file)).Select(static match => match.Groups["route"].Value))
            .ToList();
        templates.Count.ShouldBeGreaterThan(10);
        templates.Where(template => !listed.Any(path => Leads(template, path))).ShouldBeEmpty("add these pages to PageList");
    }

    private static bool Leads(string template, string path)
    {
        var (wanted, given) = (template.Trim('/').Split('/'), path.Trim('/').Split('/'));
        for (var at = 0; at < wanted.Length; at++)
        {
            if (wanted[at].StartsWith("{*", StringComparison.Ordinal)) return true;
            if (at >= given.Length || (wanted[at] != given[at] && !wanted[at].StartsWith('{'))) return false;
        }

        return wanted.Length == given.Length;
    }

    [GeneratedRegex(@"^@page ""(?<route>[^""]+)""", RegexOptions.Multiline)]
    private static partial Regex Page();
}
