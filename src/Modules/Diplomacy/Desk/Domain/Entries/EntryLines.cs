using Noroshi.Kernel;

namespace Noroshi.Diplomacy.Desk.Domain;

/// <summary>Puts what people entered among the reviewed lines.</summary>
internal static class EntryLines
{
    /// <summary>The record with the entries that stand.</summary>
    internal static DiplomaticRecord With(this DiplomaticRecord record, IEnumerable<Entry> entries)
    {
        var standing = entries.Where(entry => entry.Withdrawal is null).ToLookup(entry => entry.Kind);
        return record with
        {
            Meetings = [.. record.Meetings.Concat(standing[EntryKind.Meeting].Select(Meeting)).OrderByDescending(one => one.Start ?? one.End)],
            Statements = [.. record.Statements.Concat(standing[EntryKind.Statement].Select(Statement)).OrderByDescending(one => one.Date)],
            Outcomes = [.. record.Outcomes, .. standing[EntryKind.Outcome].Select(Outcome)],
            Commitments = [.. record.Commitments.Concat(standing[EntryKind.Commitment].Select(Commitment)).OrderByDescending(one => one.Date)],
            Progress = [.. record.Progress, .. standing[EntryKind.Progress].Select(Progress)],
            Practices = [.. record.Practices, .. standing[EntryKind.Practice].Select(Practice)],
        };
    }

    private static Meeting Meeting(Entry entry) => new()
    {
        Id = entry.Id,
        Forum = entry["forum"],
        Name = Text(entry, "name"),
        Start = Date(entry, "start"),
        End = Date(entry, "end"),
        Place = Text(entry, "place"),
        Host = State(entry, "host"),
        StatesNamed = States(entry),
        Follows = entry["follows"],
        Origin = Origin(entry),
    };

    private static Statement Statement(Entry entry) => new()
    {
        Id = entry.Id,
        Meeting = entry["meeting"],
        Document = Text(entry, "document"),
        Date = Date(entry, "date")!.Value,
        State = State(entry, "state"),
        Organisation = Text(entry, "organisation"),
        Office = Text(entry, "office"),
        Topic = entry["topic"],
        Stance = entry["stance"] is { Length: > 0 } stance ? int.Parse(stance, System.Globalization.CultureInfo.InvariantCulture) : null,
        Text = Text(entry, "text"),
        Origin = Origin(entry),
    };

    private static OutcomePoint Outcome(Entry entry) => new(entry.Id, entry["meeting"], Text(entry, "text"), entry["topic"], Enum.Parse<Consensus>(entry["consensus"], ignoreCase: true), Text(entry, "basis"), Origin(entry));

    private static Commitment Commitment(Entry entry) => new()
    {
        Id = entry.Id,
        Meeting = entry["meeting"],
        Document = Text(entry, "document"),
        Date = Date(entry, "date")!.Value,
        States = States(entry),
        Text = Text(entry, "text"),
        Owner = Text(entry, "owner"),
        Due = Date(entry, "due"),
        Linked = entry["linked"],
        Origin = Origin(entry),
    };

    private static Progress Progress(Entry entry) => new(entry.Id, entry["commitment"], Enum.Parse<CommitmentStatus>(entry["status"], ignoreCase: true), Date(entry, "date")!.Value, Text(entry, "text"), Origin(entry));

    private static Practice Practice(Entry entry) => new(entry.Id, entry["measure"], State(entry, "state"), Date(entry, "date")!.Value, Text(entry, "text"), Origin(entry));

    private static Wording Text(Entry entry, string field) => entry.Language == "ja" ? new("", entry[field]) : new(entry[field], "");

    private static PartialDate? Date(Entry entry, string field) => entry[field] is { Length: > 0 } date ? PartialDate.Parse(date) : null;

    private static CountryCode State(Entry entry, string field) => CountryCode.TryParse(entry[field], out var state) ? state : CountryCode.Unknown;

    private static IReadOnlyList<CountryCode> States(Entry entry) => [.. entry["states"].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(code => CountryCode.Parse(code))];

    private static Origin Origin(Entry entry) => new(
        new Provenance(entry["source"], PartialDate.FromDateOnly(DateOnly.FromDateTime(entry.Stamp.At.UtcDateTime)), Enum.Parse<Confidence>(entry["confidence"])),
        entry["note"],
        entry.Stamp);
}
