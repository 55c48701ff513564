namespace Noroshi.Capacity.Registry;

/// <summary>The fields of each kind of entry in the order in which they are asked. Every kind ends with its marking and its source.</summary>
internal static class EntryRules
{
    private static readonly FieldRule[] _ending =
    [
        Choice("marking", FieldWords.Markings, true), new("source", FieldForm.Line, true), Choice("confidence", FieldWords.Confidences, true), new("note", FieldForm.Line),
    ];

    private static readonly Dictionary<EntryKind, IReadOnlyList<FieldRule>> _rules = new()
    {
        [EntryKind.Assessment] =
        [
            new("state", FieldForm.State, true), new("model", FieldForm.Model, true), new("date", FieldForm.PastDate, true), new("assessor", FieldForm.Line, true),
            new("scores", FieldForm.Scores, true), new("text", FieldForm.Text), .. _ending,
        ],
        [EntryKind.Organisation] =
        [
            new("name", FieldForm.Line, true), Choice("type", FieldWords.OrganisationTypes, true), new("state", FieldForm.State), new("identifier", FieldForm.Identifier), .. _ending,
        ],
        [EntryKind.Need] =
        [
            new("title", FieldForm.Line, true), new("text", FieldForm.Text, true), new("state", FieldForm.State, true), new("topic", FieldForm.Topic, true), Choice("priority", FieldWords.Priorities, true),
            new("until", FieldForm.Date), new("languages", FieldForm.Languages), Reference("assessment", EntryKind.Assessment), .. _ending,
        ],
        [EntryKind.Offer] =
        [
            new("title", FieldForm.Line, true), new("text", FieldForm.Text, true), new("organisation", FieldForm.Line, true), new("topics", FieldForm.Topics, true), new("states", FieldForm.States),
            Choice("oda_only", FieldWords.YesNo, true), new("languages", FieldForm.Languages), new("since", FieldForm.Date), new("until", FieldForm.Date), new("places", FieldForm.Count, true), .. _ending,
        ],
        [EntryKind.Project] =
        [
            new("title", FieldForm.Line, true), new("text", FieldForm.Text, true), new("identifier", FieldForm.Identifier), Choice("status", FieldWords.Statuses, true),
            new("planned_start", FieldForm.Date, OrElse: "actual_start"), new("actual_start", FieldForm.PastDate), new("planned_end", FieldForm.Date), new("actual_end", FieldForm.PastDate),
            new("donor", FieldForm.State), new("funding", FieldForm.Names), new("accountable", FieldForm.Names), new("extending", FieldForm.Names), new("implementing", FieldForm.Names),
            new("recipients", FieldForm.Recipients, true), new("sectors", FieldForm.Sectors, true), new("tags", FieldForm.Names),
            Choice("flow", FieldWords.Flows), new("finance", FieldForm.Code), new("aid", FieldForm.Code), Choice("tied", FieldWords.Tied),
            References("needs", EntryKind.Need), References("offers", EntryKind.Offer), References("assessments", EntryKind.Assessment), References("related", EntryKind.Project), .. _ending,
        ],
        [EntryKind.Money] =
        [
            Reference("project", EntryKind.Project, true), Choice("type", FieldWords.MoneyTypes, true), new("amount", FieldForm.Amount, true), new("currency", FieldForm.Currency, true),
            new("start", FieldForm.Date, true), new("end", FieldForm.Date), new("provider", FieldForm.Line), Choice("tied", FieldWords.Tied), .. _ending,
        ],
        [EntryKind.Indicator] =
        [
            Reference("project", EntryKind.Project, true), Choice("level", FieldWords.ResultTypes, true), new("result", FieldForm.Line, true), new("title", FieldForm.Line, true), new("unit", FieldForm.Line, true),
            Choice("direction", FieldWords.Directions, true), new("baseline", FieldForm.Number), new("baseline_date", FieldForm.PastDate), .. _ending,
        ],
        [EntryKind.Period] =
        [
            Reference("indicator", EntryKind.Indicator, true), new("start", FieldForm.Date, true), new("end", FieldForm.Date, true), new("target", FieldForm.Number, OrElse: "actual"), new("actual", FieldForm.Number), .. _ending,
        ],
        [EntryKind.Effect] =
        [
            Reference("project", EntryKind.Project, true), new("title", FieldForm.Line, true), new("unit", FieldForm.Line, true), new("date", FieldForm.PastDate, true),
            new("predicted", FieldForm.Number, OrElse: "observed"), new("predicted_low", FieldForm.Number), new("predicted_high", FieldForm.Number),
            new("observed", FieldForm.Number), new("observed_low", FieldForm.Number), new("observed_high", FieldForm.Number), new("text", FieldForm.Text, true), .. _ending,
        ],
    };

    internal static IReadOnlyList<FieldRule> Of(EntryKind kind) => _rules[kind];

    private static FieldRule Choice(string name, IReadOnlyList<string> words, bool required = false) => new(name, FieldForm.Choice, required, Words: words);

    private static FieldRule Reference(string name, EntryKind kind, bool required = false) => new(name, FieldForm.Reference, required, Of: kind);

    private static FieldRule References(string name, EntryKind kind) => new(name, FieldForm.References, Of: kind);
}
