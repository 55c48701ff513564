using Noroshi.Kernel;
using Noroshi.Law.Domain;

namespace Noroshi.Law.Features;

/// <summary>Understands a question about a legal basis, strictly: what is wrong is named, with what was probably meant.</summary>
internal sealed class BasisReader(LegalRules rules, StateIndex states, Asking asking)
{
    private const int MostFacts = 100;

    /// <summary>Facts that may be given, by their word in the rules.</summary>
    public IReadOnlyList<Term> Facts { get; } = [.. rules.Book.Terms.Where(term => term.Sort != "register" && term.Name is not ("offenceIn" or "dataType" or "urgent"))];

    /// <exception cref="WrongAskException">Something is not understood.</exception>
    public Question Read(BasisAsk ask)
    {
        var (from, fromTerritory) = Side(ask.From, "from");
        var (to, territory) = Side(ask.To, "to");
        if (!string.IsNullOrWhiteSpace(ask.Territory)) territory = Territory(ask.Territory, to);
        if (from == to) throw new WrongAskException("to", $"{from} cannot ask itself.", "Name two different states.");
        return new Question(fromTerritory.IsKnown ? fromTerritory : from, to, asking.Day(ask.On), MeasureOf(ask.Measure))
        {
            Territory = territory,
            KnownAt = Asking.OptionalDay(ask.KnownAt, "knownAt"),
            Offence = Offence(ask.Offence),
            DataKind = Kind(ask.Data),
            Urgent = ask.Urgent,
            Facts = Read(ask.Facts),
        };
    }

    // A territory asked as a state stands for the state it is part of, and its own extensions are asked for.
    private (CountryCode State, CountryCode Territory) Side(string? asked, string parameter)
    {
        if (string.IsNullOrWhiteSpace(asked)) throw new WrongAskException(parameter, "No state is named.", $"Give {parameter} as two letters (ISO 3166-1 alpha-2), for example JP.");
        var code = State(asked, parameter);
        return rules.Book.Territories.TryGetValue(code, out var parent) && parent.IsKnown ? (parent, code) : (code, CountryCode.Unknown);
    }

    private CountryCode State(string asked, string parameter)
    {
        if (CountryCode.TryParse(asked.Trim(), out var code) && states.Of(code) >= 0)
            return code != StateIndex.Union ? code : throw new WrongAskException(parameter, "The European Union is no state.", "Name one of its members; its agreements and regulations are found through them.");
        var near = Enumerable.Range(0, states.Count).Select(states.At).Where(each => each != StateIndex.Union).Select(each => each.ToString());
        throw new WrongAskException(parameter, $"There is no state with the code '{WrongAskException.Cut(asked)}'.", $"Use two letters (ISO 3166-1 alpha-2), for example JP. Nearest: {Near.Suggest(asked.Trim(), near)}.", isUnknown: true) { Nearest = Near.Of(asked.Trim(), near) };
    }

    private CountryCode Territory(string asked, CountryCode of)
    {
        var code = State(asked, "territory");
        if (rules.Book.Territories.TryGetValue(code, out var parent) && parent == of) return code;
        var own = string.Join(", ", rules.Book.Territories.Where(each => each.Value == of).Select(each => each.Key.ToString()).Order(StringComparer.Ordinal));
        throw new WrongAskException("territory", $"{code} is not recorded as a territory of {of}.", own.Length == 0 ? $"None is recorded for {of}; leave it out." : $"Recorded for {of}: {own}.");
    }

    private static Measure MeasureOf(string? asked) => string.IsNullOrWhiteSpace(asked)
        ? throw new WrongAskException("measure", "No measure is named.", "Give one of: " + string.Join(", ", Measure.All.Select(measure => measure.Id)) + ".")
        : Measure.Find(asked.Trim()) ?? throw new WrongAskException("measure", $"There is no measure '{WrongAskException.Cut(asked)}'.", $"Nearest: {Near.Suggest(asked, Measure.All.Select(measure => measure.Id))}.", isUnknown: true) { Nearest = Near.Of(asked, Measure.All.Select(measure => measure.Id)) };

    private string Offence(string? asked) => string.IsNullOrWhiteSpace(asked) ? "" : rules.Book.Offences.FirstOrDefault(offence => offence.Id.Equals(asked.Trim(), StringComparison.OrdinalIgnoreCase))?.Id
        ?? throw new WrongAskException("offence", $"There is no offence '{WrongAskException.Cut(asked)}' in the catalogue.", $"Nearest: {Near.Suggest(asked, rules.Book.Offences.Select(offence => offence.Id).Distinct())}.", isUnknown: true) { Nearest = Near.Of(asked, rules.Book.Offences.Select(offence => offence.Id).Distinct()) };

    private static string Kind(string? asked) => string.IsNullOrWhiteSpace(asked) ? "" : DataKinds.All.FirstOrDefault(kind => kind.Equals(asked.Trim(), StringComparison.OrdinalIgnoreCase))
        ?? throw new WrongAskException("data", $"'{WrongAskException.Cut(asked)}' is no kind of data.", $"Use one of: {string.Join(", ", DataKinds.All)}.");

    private CaseFacts Read(IReadOnlyList<string> given)
    {
        if (given.Count > MostFacts) throw new WrongAskException("fact", $"More than {MostFacts} facts are given.", "Give each fact once.");
        var values = new Dictionary<string, Truth>(StringComparer.Ordinal);
        foreach (var fact in given.Where(fact => !string.IsNullOrWhiteSpace(fact)))
        {
            var sign = fact.IndexOf('=', StringComparison.Ordinal);
            if (sign <= 0) throw new WrongAskException("fact", $"'{WrongAskException.Cut(fact)}' gives no value.", "Write name=true, name=false or name=unknown.");
            var name = CaseFacts.Canonical(fact[..sign].Trim());
            var word = name.Contains('(', StringComparison.Ordinal) ? name[..name.IndexOf('(', StringComparison.Ordinal)] : name;
            if (!Facts.Any(term => term.Name == word) || (word != name && !Vocabulary.Sides.Any(side => name == $"{word}({side})")))
                throw new WrongAskException("fact", $"There is no fact '{WrongAskException.Cut(fact[..sign])}'.", $"Nearest: {Near.Suggest(word, Facts.Select(term => term.Name))}.", isUnknown: true) { Nearest = Near.Of(word, Facts.Select(term => term.Name)) };
            if (!values.TryAdd(name, Value(fact[(sign + 1)..].Trim()))) throw new WrongAskException("fact", $"The fact '{WrongAskException.Cut(name)}' is given twice.", "Give it once.");
        }

        return new CaseFacts(values);
    }

    private static Truth Value(string text) => text.ToUpperInvariant() switch
    {
        "TRUE" or "YES" => Truth.Yes,
        "FALSE" or "NO" => Truth.No,
        "UNKNOWN" or "" => Truth.Unknown,
        _ => throw new WrongAskException("fact", $"'{WrongAskException.Cut(text)}' is neither true, false nor unknown.", "Write name=true, name=false or name=unknown."),
    };
}
