using System.Globalization;
using Noroshi.Capacity.Assessments;
using Noroshi.Contracts;
using Noroshi.Kernel;

namespace Noroshi.Capacity.Registry;

/// <summary>Reads what was typed into a form or sent to the API, strictly and in one way, and says everything that is wrong with it at once.</summary>
/// <remarks>
/// <c>Record</c>: What the person may read: an entry can refer only to lines they know.
/// </remarks>
internal sealed partial class FieldReader(CapacityRecord record, ModelLibrary library, IStateNames states, DateOnly today)
{
    private readonly HashSet<CountryCode> _states = [.. states.Codes];

    /// <summary>The fields in the form in which they are kept, or null and every problem found.</summary>
    internal IReadOnlyDictionary<string, string>? Read(EntryKind kind, IReadOnlyDictionary<string, string?> typed, ICollection<WrongAskException> problems)
    {
        var before = problems.Count;
        var rules = EntryRules.Of(kind);
        foreach (var odd in typed.Keys.Where(name => rules.All(rule => rule.Name != name)).Take(5))
            problems.Add(new WrongAskException(odd.Length <= 40 ? odd : odd[..40], "There is no such field.", $"Fields: {string.Join(", ", rules.Select(rule => rule.Name))}."));
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var rule in rules)
        {
            if (EntryField.Try(problems, () => Value(rule, typed.GetValueOrDefault(rule.Name), typed)) is { Length: > 0 } value) fields.Add(rule.Name, value);
            if (rule.OrElse is { } other && string.IsNullOrWhiteSpace(typed.GetValueOrDefault(rule.Name)) && string.IsNullOrWhiteSpace(typed.GetValueOrDefault(other)))
                problems.Add(new WrongAskException(rule.Name, $"Neither '{rule.Name}' nor '{other}' is given.", "Fill in one of the two."));
        }

        foreach (var (first, last) in new[] { ("start", "end"), ("since", "until"), ("planned_start", "planned_end"), ("actual_start", "actual_end") })
        {
            if (fields.TryGetValue(first, out var start) && fields.TryGetValue(last, out var end) && PartialDate.Parse(end).Last < PartialDate.Parse(start).First)
                problems.Add(new WrongAskException(last, "The end lies before the beginning.", "Correct one of the two days."));
        }

        var block = kind == EntryKind.Indicator ? "result" : kind == EntryKind.Money && fields.TryGetValue("type", out var type) ? BlockSource.OfMoney(type) : "";
        if (block.Length > 0 && fields.TryGetValue("project", out var named) && record.Project(named) is { } project && (project.Origin.IsImported || project.Imported(block) is not null))
            problems.Add(new WrongAskException("project", $"The {block} of {project.Id} comes with an imported activity and is read-only here.", "Each financial block has one source: take over the next file of that source, or record the project as your own."));
        foreach (var figure in new[] { "predicted", "observed" }) Bounds(fields, figure, problems);
        return problems.Count > before ? null : fields;
    }

    private static void Bounds(Dictionary<string, string> fields, string figure, ICollection<WrongAskException> problems)
    {
        decimal? Of(string name) => fields.TryGetValue(name, out var text) ? decimal.Parse(text, CultureInfo.InvariantCulture) : null;
        var (value, low, high) = (Of(figure), Of(figure + "_low"), Of(figure + "_high"));
        if (value is null && (low ?? high) is not null) problems.Add(new WrongAskException(figure, $"'{figure}' is missing.", "Give the value that the bounds belong to."));
        if (low > value || value > high || low > high) problems.Add(new WrongAskException(figure, "The value does not lie between its bounds.", "Correct the value or its bounds."));
    }

    private string Value(FieldRule rule, string? typed, IReadOnlyDictionary<string, string?> all)
    {
        var text = EntryText.Read(typed, rule.Name, Longest(rule), lines: rule.Form is FieldForm.Text or FieldForm.Scores, optional: !rule.IsRequired);
        return text.Length == 0 ? "" : rule.Form switch
        {
            FieldForm.Date => Date(text, rule.Name).ToString(),
            FieldForm.PastDate => Date(text, rule.Name) is var date && date.First <= today ? date.ToString() : throw new WrongAskException(rule.Name, $"{text} has not come yet.", $"Give a date up to today ({today:yyyy-MM-dd}, UTC)."),
            FieldForm.State => State(text, rule.Name),
            FieldForm.States => Several(text, rule.Name, State),
            FieldForm.Choice => Word(rule.Words!, rule.Name, text),
            FieldForm.Model => Known(library.Model(text) is not null, rule.Name, text, $"Models: {string.Join(", ", library.Models.Select(model => model.Id))}."),
            FieldForm.Scores => library.Model(all.GetValueOrDefault("model")?.Trim()) is { } model ? ScoreLines.Write(ScoreLines.Read(text, model, rule.Name)) : throw new WrongAskException(rule.Name, "The scores belong to no known model.", "Name the model first."),
            FieldForm.Topic => Topic(text, rule.Name),
            FieldForm.Topics => Several(text, rule.Name, Topic),
            FieldForm.Number => Figure(text, rule.Name, 6),
            FieldForm.Amount => Figure(text, rule.Name, 2),
            FieldForm.Count => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count is >= 1 and <= 10_000 ? count.ToString(CultureInfo.InvariantCulture) : throw new WrongAskException(rule.Name, $"'{WrongAskException.Cut(text)}' is not a whole number from 1 to 10,000.", "Write it in digits."),
            FieldForm.Currency => text.ToUpperInvariant() is { Length: 3 } currency && currency.All(char.IsAsciiLetterUpper) ? currency : throw new WrongAskException(rule.Name, $"'{WrongAskException.Cut(text)}' is not a currency.", "Use three letters (ISO 4217), for example JPY."),
            FieldForm.Code => text.ToUpperInvariant() is { Length: 3 } code && (char.IsAsciiDigit(code[0]) || code[0] is >= 'A' and <= 'H') && code[1..].All(char.IsAsciiDigit) ? code : throw new WrongAskException(rule.Name, $"'{WrongAskException.Cut(text)}' is not a code of IATI.", "Use a code such as 110 (finance) or D02 (aid)."),
            FieldForm.Identifier => text.Length <= 100 && !text.Any(character => char.IsWhiteSpace(character) || "/&|?".Contains(character, StringComparison.Ordinal)) ? text : throw new WrongAskException(rule.Name, $"'{WrongAskException.Cut(text)}' is not an identifier.", "Use at most 100 characters without spaces, '/', '&', '|' and '?', as IATI 2.03 asks."),
            FieldForm.Names => Names(text, rule.Name),
            FieldForm.Languages => Several(text, rule.Name, Language),
            FieldForm.Recipients => Shares(text, rule.Name, State),
            FieldForm.Sectors => Shares(text, rule.Name, Sector),
            FieldForm.Reference => Reference(text, rule),
            FieldForm.References => Several(text, rule.Name, (one, _) => Reference(one, rule)),
            _ => text,
        };
    }

    private static int Longest(FieldRule rule) => rule.Form switch
    {
        FieldForm.Scores => ScoreLines.Longest,
        FieldForm.Text => EntryText.LongestStatement,
        FieldForm.Line when rule.Name is "source" or "note" => EntryText.LongestReference,
        FieldForm.Names or FieldForm.Recipients or FieldForm.Sectors => EntryText.LongestReference,
        _ => EntryText.LongestLine,
    };

    private static string Word(IReadOnlyList<string> words, string field, string text) => words.Contains(text) ? text : throw new WrongAskException(field, $"'{WrongAskException.Cut(text)}' is not one of the words of '{field}'.", $"Use one of: {string.Join(", ", words)}.");

    private static string Known(bool exists, string field, string text, string remedy) => exists ? text : throw new WrongAskException(field, $"There is no {field} '{WrongAskException.Cut(text)}'.", remedy);
}
