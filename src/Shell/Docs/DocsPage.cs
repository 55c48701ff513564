using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Noroshi.Shell.Docs;

/// <summary>One page of the documentation, as HTML without any of its author's own tags.</summary>
/// <param name="Address">Below <c>/docs/</c>, without <c>.md</c>; an <c>index.md</c> or <c>README.md</c> has the address of its folder.</param>
/// <param name="Title">Its first heading.</param>
/// <param name="Html">Everything below that heading.</param>
/// <param name="Text">The source, for searching.</param>
internal sealed record DocsPage(string Address, string Title, string Html, string Text)
{
    internal string Href => "/docs/" + Address;

    /// <summary>The folder below the language, for example <c>how-to</c>; empty for the introduction.</summary>
    internal string Section => Address.Split('/') is [_, var section, _, ..] ? section : "";

    internal bool IsIn(string language) => Address == language || Address.StartsWith(language + "/", StringComparison.Ordinal);

    internal bool Holds(string word) => Text.Contains(word, StringComparison.OrdinalIgnoreCase);

    internal static DocsPage Read(string folder, string file, MarkdownPipeline reader)
    {
        var path = Path.GetRelativePath(folder, file).Replace('\\', '/')[..^3];
        var text = File.ReadAllText(file);
        var document = Markdown.Parse(text, reader);
        foreach (var link in document.Descendants<LinkInline>()) link.Url = Resolve(path, link.Url);
        var heading = document.OfType<HeadingBlock>().FirstOrDefault(static block => block.Level == 1);
        var title = heading?.Inline is { } words ? string.Concat(words.Descendants().Select(Plain)) : Path.GetFileName(path);
        if (heading is not null) document.Remove(heading); // The page frame draws it.
        return new DocsPage(AddressOf(path), title, Reachable(document.ToHtml(reader)), text);
    }

    // What scrolls sideways must be reachable by keyboard. The author's own tags are escaped, so these can only be the renderer's.
    private static string Reachable(string html) =>
        html.Replace("<table>", "<table tabindex=\"0\">", StringComparison.Ordinal).Replace("<pre>", "<pre tabindex=\"0\">", StringComparison.Ordinal);

    private static string Plain(MarkdownObject part) => part switch
    {
        LiteralInline literal => literal.Content.ToString(),
        CodeInline code => code.Content,
        _ => "",
    };

    private static string AddressOf(string path) => path is "index" or "README" ? ""
        : path.EndsWith("/index", StringComparison.Ordinal) || path.EndsWith("/README", StringComparison.Ordinal) ? path[..path.LastIndexOf('/')] : path;

    /// <summary>Links between files become links between pages; addresses with a scheme, anchors and absolute paths stay.</summary>
    private static string? Resolve(string from, string? url)
    {
        if (string.IsNullOrEmpty(url) || url[0] is '#' or '/' || url.Contains(':', StringComparison.Ordinal)) return url;
        var target = new Uri(new Uri("docs://noroshi/docs/" + from), url);
        var path = target.AbsolutePath;
        if (!path.StartsWith("/docs/", StringComparison.Ordinal)) return url;
        if (path.EndsWith(".md", StringComparison.Ordinal)) path = ("/docs/" + AddressOf(path["/docs/".Length..^3])).TrimEnd('/');
        return path + target.Fragment;
    }
}
