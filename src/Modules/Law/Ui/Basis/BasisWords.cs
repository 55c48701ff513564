using System.Globalization;
using Microsoft.Extensions.Localization;
using Noroshi.Kernel;
using Noroshi.Law.Domain;

namespace Noroshi.Law.Ui.Basis;

/// <summary>Says conditions, facts and measures in the language of the request, so that nobody has to read the language of the tables.</summary>
/// <param name="text">Words.</param>
/// <param name="stateName">Name of a state in the language of the request.</param>
internal sealed class BasisWords(IStringLocalizer<BasisText> text, Func<CountryCode, string> stateName)
{
    public string this[string key] => text[key];

    public string this[string key, params object[] arguments] => text[key, arguments];

    public static bool Japanese => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "ja";

    public string State(CountryCode code) => stateName(code);

    public string Measure(string id) => text["Measure_" + id];

    public static string Of(Rule rule) => Japanese ? rule.Ja : rule.En;

    public static string Of(Offence offence) => Japanese ? offence.Ja : offence.En;

    public static string Status(LineStatus status) => status switch { LineStatus.Applies => "applies", LineStatus.Possible => "possible", _ => "excluded" };

    public static PartialDate? Date(string? text) => text is null ? null : PartialDate.Parse(text);

    /// <summary>Instrument and provision as they are cited.</summary>
    public static string Cite(CompiledRule rule) => Cite(rule.Rule.Instrument, rule.Rule.Provision);

    public static string Cite(string instrument, string provision) => provision is "-" or "per treaty" or "" ? instrument : $"{instrument} {provision.Replace(";", "; ", StringComparison.Ordinal)}";

    /// <summary>A single question as a sentence.</summary>
    public string Of(Atom atom)
    {
        if (!atom.IsCall)
        {
            return atom.Subject == "date"
                ? text[$"Atom_date_{atom.Operator}", atom.Arguments]
                : text[$"Atom_side_{atom.Operator}", Part(atom.Subject), CountryCode.TryParse(atom.Arguments, out var state) ? stateName(state) : atom.Arguments];
        }

        object[] parts = [.. atom.Parts.Select(part => (object)Part(part))];
        return text["Atom_" + atom.Subject, parts];
    }

    /// <summary>A question with its answer.</summary>
    public string Of(Atom atom, Truth truth) => text["Answered_" + truth, Of(atom)];

    /// <summary>Several answered questions.</summary>
    public string Of(IEnumerable<(Atom Atom, Truth Truth)> answered) => string.Join(text["Join"], answered.Select(each => Of(each.Atom, each.Truth)));

    /// <summary>A whole condition in words.</summary>
    public string Of(Condition condition, bool inside = false) => condition switch
    {
        Condition.Constant constant => text[constant.Holds ? "Always" : "Never"],
        Condition.Ask ask => Of(ask.Atom),
        Condition.Not not => text["Not", Of(not.Operand)],
        Condition.And and => text["And", Of(and.Left, true), Of(and.Right, true)],
        Condition.Or or => inside ? text["Group", text["Or", Of(or.Left), Of(or.Right)].Value] : text["Or", Of(or.Left), Of(or.Right)],
        _ => throw new InvalidOperationException(condition.GetType().Name),
    };

    /// <summary>How long a deadline is.</summary>
    public string Length(object value, string unit) => unit.Length > 0 ? text["Unit_" + unit, value] : text["Until_" + value];

    /// <summary>The kind of a rule, as the table writes it.</summary>
    public string Kind(string kind) => text["RuleKind_" + Enum.Parse<RuleKind>(kind.Replace("_", "", StringComparison.Ordinal), ignoreCase: true)];

    /// <summary>Name of a family of agreements, or of what stands in place of an instrument; empty for others.</summary>
    public string Family(string instrument) => text["Family_" + instrument.Split('-')[0]] is { ResourceNotFound: false } found ? found : "";

    private string Part(string part) => Vocabulary.Sides.Contains(part, StringComparer.Ordinal) ? text["Side_" + part]
        : OffenceSet.TryParse(part, out var set) ? text["Set", set.Instrument, set.First, set.Last]
        : part.Split('|').All(DataKinds.All.Contains) ? string.Join(text["Join"], part.Split('|').Select(kind => text["Kind_" + kind].Value))
        : part;
}
