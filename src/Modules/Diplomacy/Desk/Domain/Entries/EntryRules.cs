namespace Noroshi.Diplomacy.Desk.Domain;

/// <summary>The fields of each kind of entry in the order in which they are asked. Every kind ends with its source.</summary>
internal static class EntryRules
{
    private static readonly FieldRule[] _ending = [new("source", FieldForm.Line, true), new("confidence", FieldForm.Confidence, true), new("note", FieldForm.Line)];

    private static readonly Dictionary<EntryKind, IReadOnlyList<FieldRule>> _rules = new()
    {
        [EntryKind.Statement] =
        [
            new("topic", FieldForm.Topic, true), new("text", FieldForm.Text, true), new("stance", FieldForm.Stance),
            new("state", FieldForm.State, OrElse: "organisation"), new("organisation", FieldForm.Line), new("office", FieldForm.Line, true),
            new("date", FieldForm.PastDate, true), new("meeting", FieldForm.Meeting, OrElse: "document"), new("document", FieldForm.Line), .. _ending,
        ],
        [EntryKind.Commitment] =
        [
            new("text", FieldForm.Text, true), new("states", FieldForm.States, true), new("owner", FieldForm.Line, true), new("due", FieldForm.Date),
            new("date", FieldForm.PastDate, true), new("meeting", FieldForm.Meeting, OrElse: "document"), new("document", FieldForm.Line), new("linked", FieldForm.Line), .. _ending,
        ],
        [EntryKind.Progress] =
        [
            new("commitment", FieldForm.Commitment, true), new("status", FieldForm.Status, true), new("text", FieldForm.Text, true), new("date", FieldForm.PastDate, true), .. _ending,
        ],
        [EntryKind.Meeting] =
        [
            new("name", FieldForm.Line, true), new("forum", FieldForm.Forum, true), new("start", FieldForm.Date, true), new("end", FieldForm.Date), new("place", FieldForm.Line),
            new("host", FieldForm.State), new("states", FieldForm.States), new("follows", FieldForm.Meeting), .. _ending,
        ],
        [EntryKind.Outcome] =
        [
            new("meeting", FieldForm.Meeting, true), new("text", FieldForm.Text, true), new("topic", FieldForm.Topic, true), new("consensus", FieldForm.Consensus, true), new("basis", FieldForm.Line, true), .. _ending,
        ],
        [EntryKind.Practice] =
        [
            new("measure", FieldForm.Measure, true), new("state", FieldForm.State, true), new("text", FieldForm.Text, true), new("date", FieldForm.PastDate, true), .. _ending,
        ],
    };

    internal static IReadOnlyList<FieldRule> Of(EntryKind kind) => _rules[kind];
}
