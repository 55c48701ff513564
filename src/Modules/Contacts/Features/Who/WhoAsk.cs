using System.Globalization;
using Noroshi.Contacts.Domain;
using Noroshi.Kernel;
using Noroshi.Storage;

namespace Noroshi.Contacts.Features;

/// <summary>"Who do I call" as it is asked by an address or a verb: words, strictly read.</summary>
internal sealed record WhoAsk(string? State, string? Function, string? At, string? Language)
{
    /// <summary>The question; the moment is now where none is named.</summary>
    /// <exception cref="RefusalException">A word is not understood; says which and what to write.</exception>
    internal WhoQuestion Read(DateTimeOffset now)
    {
        if (!CountryCode.TryParse(State, out var state)) throw Wrong("state", State, "two letters (ISO 3166-1), for example PH");
        if (ContactWords.Function(Function) is not { } function) throw Wrong("function", Function, string.Join(", ", ContactWords.Functions.Select(pair => pair.Word)));
        return new WhoQuestion(state, function, string.IsNullOrEmpty(At) ? now : Moment(At) ?? throw Wrong("at", At, "a moment with its zone, for example 2026-03-01T03:00Z"), Languages(Language));
    }

    /// <summary>Language tags between commas.</summary>
    internal static IReadOnlyList<string> Languages(string? text) =>
        (text ?? "").Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) is var tags && tags.Length <= 10 && tags.All(tag => tag.Length is >= 2 and <= 20 && tag.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-'))
            ? tags
            : throw Wrong("language", text, "up to ten tags such as en or ja (BCP 47), between commas");

    /// <summary>A moment that says its zone; null when the text is none.</summary>
    internal static DateTimeOffset? Moment(string text) =>
        (text.EndsWith('Z') || (text.Length > 6 && text[^6] is '+' or '-' && text.Contains('T', StringComparison.Ordinal)))
        && DateTimeOffset.TryParseExact(text, ["yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)
            ? moment.ToUniversalTime()
            : null;

    private static RefusalException Wrong(string name, string? given, string wanted) =>
        new($"'{name}' is {(string.IsNullOrEmpty(given) ? "missing" : $"'{(given.Length > 40 ? given[..40] + "…" : given)}'")}; write {wanted}.", RefusalException.Input);
}
