using System.Collections.Frozen;
using Markdig;
using Markdig.Extensions.AutoIdentifiers;

namespace Noroshi.Shell.Docs;

/// <summary>The documentation beside the program, read once. Only what lies in the folder can be asked for: addresses are looked up, never opened.</summary>
internal sealed class DocsLibrary
{
    private static readonly MarkdownPipeline Reader = new MarkdownPipelineBuilder()
        .DisableHtml()
        .UsePipeTables()
        .UseAutoIdentifiers(AutoIdentifierOptions.GitHub)
        .UseFootnotes()
        .UseAlertBlocks()
        .UseCjkFriendlyEmphasis()
        .Build();

    private readonly FrozenDictionary<string, DocsPage> _pages;

    public DocsLibrary() : this(Path.Combine(AppContext.BaseDirectory, "docs"))
    {
    }

    internal DocsLibrary(string folder)
    {
        Folder = folder;
        _pages = (Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*.md", SearchOption.AllDirectories) : [])
            .Select(file => DocsPage.Read(folder, file, Reader))
            .ToFrozenDictionary(static page => page.Address, StringComparer.OrdinalIgnoreCase);
    }

    internal string Folder { get; }

    /// <summary>The kinds of pages, in the order in which a newcomer needs them.</summary>
    private static readonly string[] Sections = ["", "tutorial", "how-to", "reference", "explanation"];

    /// <summary>The pages of a language by section; the introduction's section has no name.</summary>
    internal IEnumerable<IGrouping<string, DocsPage>> Index(string language) =>
        In(language).GroupBy(static page => page.Section).OrderBy(static section => Array.IndexOf(Sections, section.Key) is var at && at < 0 ? int.MaxValue : at);

    /// <summary>In the order of their addresses.</summary>
    internal IEnumerable<DocsPage> In(string language) =>
        _pages.Values.Where(page => page.IsIn(language)).OrderBy(static page => page.Address, StringComparer.Ordinal);

    /// <summary>The page at an address below <c>/docs/</c>, with or without <c>.md</c>; <c>null</c> when there is none.</summary>
    internal DocsPage? Find(string? address)
    {
        var key = (address ?? "").Trim('/');
        if (key.EndsWith(".md", StringComparison.OrdinalIgnoreCase)) key = key[..^3];
        return _pages.GetValueOrDefault(key);
    }

    /// <summary>Pages of a language that hold every word, in any order.</summary>
    internal IReadOnlyList<DocsPage> Search(string language, string? typed)
    {
        var words = (typed ?? "").Split([' ', '　'], StringSplitOptions.RemoveEmptyEntries);
        return words.Length == 0 ? [] : [.. In(language).Where(page => words.All(page.Holds))];
    }
}
