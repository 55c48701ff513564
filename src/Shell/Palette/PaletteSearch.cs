using System.Globalization;
using System.Security.Claims;
using System.Text;
using Microsoft.Extensions.Localization;
using Noroshi.Contracts;
using Noroshi.Shell.Ui;

namespace Noroshi.Shell.Palette;

/// <summary>Finds pages, and whatever the rooms offer by name, from a few typed letters.</summary>
internal sealed class PaletteSearch(OpenModules modules, IEnumerable<IPaletteSource> sources, IStringLocalizer<Words> text)
{
    internal const int Most = 12;

    /// <summary>At most <see cref="Most"/> entries: those whose name begins with the words first, then those that contain them.</summary>
    internal IReadOnlyList<PaletteEntry> Find(string? typed, ClaimsPrincipal person, CultureInfo language)
    {
        var words = Fold(typed ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return
        [
            .. Pages(person).Concat(sources.SelectMany(source => source.Entries(person, language)))
                .Select(entry => (entry, rank: Rank(entry, words)))
                .Where(found => found.rank < int.MaxValue)
                .OrderBy(found => found.rank)
                .Select(found => found.entry)
                .Take(Most),
        ];
    }

    private IEnumerable<PaletteEntry> Pages(ClaimsPrincipal person) =>
        Navigation.For(person, modules, text).Select(page => new PaletteEntry(page.Title(), page.Path, text["KindPage"], [page.Path]));

    private static int Rank(PaletteEntry entry, string[] words)
    {
        if (words.Length == 0) return 2;
        string[] names = [Fold(entry.Title), .. (entry.Also ?? []).Select(Fold)];
        if (names.Any(name => name == words[0]) && words.Length == 1) return 0;
        if (names.Any(name => name.StartsWith(words[0], StringComparison.Ordinal) && words.All(name.Contains))) return 1;
        return words.All(word => names.Any(name => name.Contains(word, StringComparison.Ordinal))) ? 2 : int.MaxValue;
    }

    /// <summary>Half and full width, upper and lower case, hiragana and katakana are the same to the searcher.</summary>
    private static string Fold(string name) => string.Concat(name.Normalize(NormalizationForm.FormKC).ToLowerInvariant()
        .Select(letter => letter is >= 'ァ' and <= 'ヶ' ? (char)(letter - 0x60) : letter));
}
