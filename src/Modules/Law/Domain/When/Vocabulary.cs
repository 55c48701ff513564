using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace Noroshi.Law.Domain;

/// <summary>What conditions may speak of: the terms of the book and the instruments, offence sets and kinds of data their arguments name.</summary>
internal sealed partial class Vocabulary
{
    /// <summary>Words for one of the two sides; <c>counterparty</c> is, to the asking side, the asked one.</summary>
    public static readonly IReadOnlyList<string> Sides = ["req", "rqd", "counterparty"];

    private readonly Dictionary<string, Term> _terms;
    private readonly HashSet<string> _instruments;
    private readonly ILookup<string, string> _articles;

    public Vocabulary(LawBook book)
    {
        _terms = book.Terms.ToDictionary(term => term.Name, StringComparer.Ordinal);
        _instruments = [.. book.Instruments.Select(instrument => instrument.Id), .. book.Events.Select(each => each.Instrument)];
        _articles = book.Offences.ToLookup(offence => offence.Instrument, offence => offence.Article, StringComparer.Ordinal);
    }

    public IEnumerable<string> Names => _terms.Keys;

    public bool TryFind(string name, [NotNullWhen(true)] out Term? term) => _terms.TryGetValue(name, out term);

    /// <summary>Null when the argument is one that the term takes; otherwise what is expected instead.</summary>
    public string? Refuse(string argument, string kind) => kind switch
    {
        "instrument" => IsInstrument(argument) ? null : $"Name an instrument of the register: {Near.Suggest(argument, _instruments)}.",
        "side" => Sides.Contains(argument, StringComparer.Ordinal) ? null : "Write req, rqd or counterparty.",
        "article" => ArticlePattern().IsMatch(argument) ? null : "Write an article such as 29(4) or 7(9)(a).",
        "set" => OffenceSet.TryParse(argument, out var set) && _articles[set.Instrument].Any(set.Holds)
            ? null : "Name a set of offences as INSTRUMENT_FIRST_LAST, for example ETS185_2_11, that holds offences of the catalogue.",
        "list" => argument.Split('|').All(DataKinds.All.Contains) ? null : $"Write one or more of {string.Join(", ", DataKinds.All)}, joined by '|'.",
        "state" or "reservation" => argument == kind ? null : $"Write the word {kind}.",
        _ => $"The vocabulary names an argument of the unknown kind '{kind}'.",
    };

    /// <summary>True for an instrument, and for the family name of agreements such as <c>CLOUD</c> for <c>CLOUD-US-GB</c>.</summary>
    public bool IsInstrument(string name) => _instruments.Contains(name) || (name.Length > 0 && _instruments.Any(each => each.StartsWith(name + "-", StringComparison.Ordinal)));

    [GeneratedRegex(@"^\d{1,4}[a-z]?(\([0-9a-z]{1,4}\)){0,5}$", RegexOptions.CultureInvariant)]
    private static partial Regex ArticlePattern();
}
