using Noroshi.Contracts;
using Noroshi.Diplomacy.Desk.Domain;
using Noroshi.Kernel;

namespace Noroshi.Diplomacy.Desk.Features;

/// <summary>Reads what was typed into a form or sent to the API, strictly and in one way, and says everything that is wrong with it at once.</summary>
/// <remarks>
/// <c>Record</c>: What the person may read: an entry can refer only to lines they know.
/// </remarks>
internal sealed class EntryReader(DiplomaticRecord record, IStateNames states, DateOnly today)
{
    private const int MostStates = 60;

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
            if (EntryField.Try(problems, () => Value(rule, typed.GetValueOrDefault(rule.Name))) is { Length: > 0 } value) fields.Add(rule.Name, value);
            if (rule.OrElse is { } other && string.IsNullOrWhiteSpace(typed.GetValueOrDefault(rule.Name)) && string.IsNullOrWhiteSpace(typed.GetValueOrDefault(other)))
                problems.Add(new WrongAskException(rule.Name, $"Neither '{rule.Name}' nor '{other}' is given.", "Fill in one of the two."));
        }

        if (fields.TryGetValue("start", out var start) && fields.TryGetValue("end", out var end) && PartialDate.Parse(end).Last < PartialDate.Parse(start).First)
            problems.Add(new WrongAskException("end", "The meeting would end before it begins.", "Correct one of the two days."));
        return problems.Count > before ? null : fields;
    }

    private string Value(FieldRule rule, string? typed)
    {
        var text = EntryText.Read(typed, rule.Name, Longest(rule), lines: rule.Form == FieldForm.Text, optional: !rule.IsRequired);
        return text.Length == 0 ? "" : rule.Form switch
        {
            FieldForm.Date => Date(text, rule.Name).ToString(),
            FieldForm.PastDate => Date(text, rule.Name) is var date && date.First <= today ? date.ToString() : throw new WrongAskException(rule.Name, $"{text} has not come yet.", $"Give a date up to today ({today:yyyy-MM-dd}, UTC)."),
            FieldForm.State => State(text, rule.Name).ToString(),
            FieldForm.States => States(text, rule.Name),
            FieldForm.Stance => text is "-2" or "-1" or "0" or "1" or "2" ? text : throw new WrongAskException(rule.Name, $"'{WrongAskException.Cut(text)}' is not a stance.", "Use -2, -1, 0, 1 or 2, or leave it out where no position was taken."),
            FieldForm.Topic => Known(record.Topic(text) is not null, rule.Name, text, "Topics: " + string.Join(", ", record.Topics.Select(topic => topic.Id)) + "."),
            FieldForm.Forum => Known(record.Forum(text) is not null, rule.Name, text, "The list of forums is at /diplomacy/forums."),
            FieldForm.Meeting => Known(record.Meeting(text) is not null, rule.Name, text, "Enter the meeting first; the list is at /diplomacy/meetings."),
            FieldForm.Commitment => Known(record.Commitment(text) is not null, rule.Name, text, "The list of commitments is at /diplomacy/commitments."),
            FieldForm.Measure => Known(record.Measure(text) is not null, rule.Name, text, "The list of measures is at /diplomacy/measures."),
            FieldForm.Consensus => Word(EntryWords.Consensuses, rule.Name, text),
            FieldForm.Status => Word(EntryWords.Statuses, rule.Name, text),
            FieldForm.Confidence => text is "A" or "B" or "C" or "D" ? text : throw new WrongAskException(rule.Name, $"'{WrongAskException.Cut(text)}' is not a confidence.", "Use A (read in an official text), B (secondary source), C (from memory) or D (doubtful)."),
            _ => text,
        };
    }

    private static int Longest(FieldRule rule) => rule.Form switch
    {
        FieldForm.Text => EntryText.LongestStatement,
        FieldForm.Line when rule.Name is "source" or "note" => EntryText.LongestReference,
        _ => EntryText.LongestLine,
    };

    private static PartialDate Date(string text, string field) =>
        PartialDate.TryParse(text, out var date) ? date : throw new WrongAskException(field, $"'{WrongAskException.Cut(text)}' is not a date that exists.", "Write 2026-03-14, or 2026-03 or 2026 where no more is known.");

    private CountryCode State(string text, string field) =>
        CountryCode.TryParse(text, out var code) && _states.Contains(code) ? code : throw new WrongAskException(field, $"There is no state with the code '{WrongAskException.Cut(text)}'.", "Use two letters (ISO 3166-1 alpha-2), for example JP; the list is at /states.");

    private string States(string text, string field)
    {
        var codes = AskedList.Of(text).Select(code => State(code, field).ToString()).Distinct().Order(StringComparer.Ordinal).ToList();
        if (codes.Count == 0) throw new WrongAskException(field, "No state is named.", "Give two-letter codes, for example JP PH.");
        return codes.Count <= MostStates ? string.Join(' ', codes) : throw new WrongAskException(field, $"{codes.Count} states are more than an entry can name.", $"Name at most {MostStates}.");
    }

    private static string Known(bool exists, string field, string text, string remedy) => exists ? text : throw new WrongAskException(field, $"There is no {field} '{WrongAskException.Cut(text)}'.", remedy);

    private static string Word(IReadOnlyList<string> words, string field, string text) => words.Contains(text) ? text : throw new WrongAskException(field, $"'{WrongAskException.Cut(text)}' is not one of the words of '{field}'.", $"Use one of: {string.Join(", ", words)}.");
}
