using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Localization;

namespace Noroshi.Observatory.Ui.Imports;

/// <summary>Says reasons, skipped kinds and errors of imports, which are kept in English, in the language of the page.</summary>
internal sealed partial class ReasonWords
{
    private static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(100);
    private readonly IStringLocalizer<ReasonText> _text;
    private readonly Lazy<IReadOnlyList<(string Template, Regex Shape)>> _shapes;

    public ReasonWords(IStringLocalizer<ReasonText> text)
    {
        _text = text;
        _shapes = new(() => [.. text.GetAllStrings(includeParentCultures: true).Select(known => known.Name).Distinct(StringComparer.Ordinal).Where(HasHole)
            // What says most of itself literally fits best.
            .OrderByDescending(name => name.Length).Select(name => (name, ShapeOf(name)))]);
    }

    /// <summary>The text in the page's language, and the language it is in after all where there are no words for it.</summary>
    internal (string Text, string? Language) Say(string? english)
    {
        if (string.IsNullOrEmpty(english)) return ("–", null);
        var known = _text[english];
        if (!known.ResourceNotFound && !HasHole(english)) return (known.Value, null);
        foreach (var (template, shape) in _shapes.Value)
        {
            if (Fits(shape, english) is { } match)
                return (string.Format(CultureInfo.CurrentCulture, _text[template].Value, [.. match.Groups.Values.Skip(1).Select(group => (object)group.Value)]), null);
        }

        return (english, "en");
    }

    private static Match? Fits(Regex shape, string english)
    {
        try
        {
            return shape.Match(english) is { Success: true } match ? match : null;
        }
        catch (RegexMatchTimeoutException)
        {
            return null;
        }
    }

    private static bool HasHole(string name) => Hole().IsMatch(name);

    private static Regex ShapeOf(string template)
    {
        var shape = new StringBuilder("^");
        var at = 0;
        foreach (Match hole in Hole().Matches(template))
        {
            shape.Append(Regex.Escape(template[at..hole.Index])).Append("(.+?)");
            at = hole.Index + hole.Length;
        }

        return new Regex(shape.Append(Regex.Escape(template[at..])).Append('$').ToString(), RegexOptions.Singleline | RegexOptions.CultureInvariant, Longest);
    }

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Hole();
}
