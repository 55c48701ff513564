using System.Globalization;
using System.Resources;
using System.Text;
using Noroshi.Contacts.Domain;
using Noroshi.Contacts.Ui;
using Noroshi.Contracts;
using Noroshi.Kernel;

namespace Noroshi.Contacts.Features;

/// <summary>Reads what somebody types in a hurry: states, functions and organisations, in either language and any order.</summary>
internal sealed class ContactSearch(IStateNames names)
{
    private const int LongestQuery = 200;
    private static readonly ResourceManager Words = new(typeof(ContactText));
    private static readonly CultureInfo[] Languages = [CultureInfo.GetCultureInfo("en"), CultureInfo.GetCultureInfo("ja")];
    private static readonly HashSet<string> Fillers = ["who", "do", "i", "call", "contact", "contacts", "now", "in", "of", "for", "the", "at", "to", "の", "に", "へ", "は", "を", "窓口", "連絡先", "担当", "誰", "今"];

    private readonly Lazy<IReadOnlyList<(string Phrase, CountryCode State)>> _states = new(() =>
        [.. names.Codes.SelectMany(code => Languages.Select(language => (Normal(names.NameOf(code, language)), code))).Where(pair => pair.Item1.Length > 2 || !IsAscii(pair.Item1)).Distinct().OrderByDescending(pair => pair.Item1.Length)]);

    private readonly Lazy<IReadOnlyList<(string Phrase, ContactFunction Function)>> _functions = new(() =>
        [.. ContactWords.Functions.SelectMany(pair => Languages.SelectMany(language => Spoken(pair.Word, language)).Append(pair.Word).Select(word => (Normal(word), pair.Function))).Distinct().OrderByDescending(pair => pair.Item1.Length)]);

    /// <summary>What was meant, as far as this book knows it.</summary>
    internal SearchMeaning Read(string? typed, ContactBook book)
    {
        var rest = Normal(typed is { Length: > LongestQuery } ? typed[..LongestQuery] : typed ?? "");
        var states = new List<CountryCode>();
        var functions = new List<ContactFunction>();
        foreach (var (phrase, state) in _states.Value)
        {
            if (Take(ref rest, phrase)) states.Add(state);
        }

        foreach (var (phrase, function) in _functions.Value)
        {
            if (Take(ref rest, phrase)) functions.Add(function);
        }

        var bodies = book.Bodies.ToList();
        var (narrowed, unknown) = (false, new List<string>());
        foreach (var word in rest.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(word => !Fillers.Contains(word)))
        {
            if (word.Length == 2 && CountryCode.TryParse(word, out var code) && names.Codes.Contains(code)) states.Add(code);
            else if (Begins(_states.Value, word).Where(book.States.Contains).ToList() is { Count: > 0 } begun) states.AddRange(begun);
            else if (Begins(_functions.Value, word) is { Count: > 0 } meant) functions.AddRange(meant);
            else if (bodies.Where(body => Named(body, word)).ToList() is { Count: > 0 } named) (bodies, narrowed) = (named, true);
            else if (Begins(_states.Value, word) is { Count: > 0 and <= 3 } elsewhere) states.AddRange(elsewhere);
            else unknown.Add(word);
        }

        return new SearchMeaning([.. states.Distinct()], [.. functions.Distinct()], narrowed ? bodies : [], unknown);
    }

    /// <summary>The words for a function, as the resources of that language list them between semicolons.</summary>
    private static string[] Spoken(string word, CultureInfo language) =>
        (Words.GetString("Function_" + word, language) + ";" + Words.GetString("Spoken_" + word, language)).Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static List<T> Begins<T>(IReadOnlyList<(string Phrase, T Value)> phrases, string word) =>
        word.Length < 2 && IsAscii(word) ? [] : [.. phrases.Where(pair => pair.Phrase.StartsWith(word, StringComparison.Ordinal) || pair.Phrase.Contains(' ' + word, StringComparison.Ordinal)).Select(pair => pair.Value).Distinct()];

    private static bool Named(Body body, string word) =>
        Normal(body.NameEn).Contains(word, StringComparison.Ordinal) || Normal(body.NameJa).Contains(word, StringComparison.Ordinal) || body.Id.Contains(word, StringComparison.Ordinal);

    /// <summary>Takes a phrase out of the text: Latin letters as whole words, Japanese wherever it stands, since nothing parts its words.</summary>
    private static bool Take(ref string text, string phrase)
    {
        for (var at = text.IndexOf(phrase, StringComparison.Ordinal); at >= 0; at = text.IndexOf(phrase, at + 1, StringComparison.Ordinal))
        {
            var end = at + phrase.Length;
            if (IsAscii(phrase) && ((at > 0 && text[at - 1] != ' ') || (end < text.Length && text[end] != ' '))) continue;
            text = text[..at] + " " + text[end..];
            return true;
        }

        return false;
    }

    private static bool IsAscii(string text) => text.All(char.IsAscii);

    private static string Normal(string text)
    {
        var result = new StringBuilder(text.Length);
        foreach (var letter in Whole(text).Normalize(NormalizationForm.FormKC).ToLowerInvariant())
            result.Append(char.IsLetterOrDigit(letter) || letter is '/' or '-' or '.' or 'ー' || char.GetUnicodeCategory(letter) == UnicodeCategory.NonSpacingMark ? letter : ' ');
        return string.Join(' ', result.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    // Half characters cannot be brought into a normal form.
    private static string Whole(string text) => string.Concat(text.EnumerateRunes().Where(rune => rune != Rune.ReplacementChar));
}
