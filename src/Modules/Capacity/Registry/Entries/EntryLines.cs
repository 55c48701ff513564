using System.Globalization;
using Noroshi.Capacity.Assessments;
using Noroshi.Kernel;

namespace Noroshi.Capacity.Registry;

/// <summary>Reads what people entered as the lines of the registry.</summary>
internal static class EntryLines
{
    /// <summary>The roles of IATI in which an organisation takes part, as fields name them.</summary>
    internal static readonly IReadOnlyList<string> Roles = ["funding", "accountable", "extending", "implementing"];

    /// <summary>The record of the entries that stand.</summary>
    internal static CapacityRecord Record(IEnumerable<Entry> entries, ModelLibrary library)
    {
        var standing = entries.Where(entry => entry.Withdrawal is null).ToLookup(entry => entry.Kind);
        return new CapacityRecord
        {
            // An assessment by a model that the reference data no longer has cannot be read as levels; it stays among the entries.
            Assessments = [.. standing[EntryKind.Assessment].Select(entry => Assessment(entry, library)).OfType<Assessment>().OrderByDescending(one => one.Date).ThenByDescending(one => one.Origin.Stamp.At)],
            Organisations = [.. standing[EntryKind.Organisation].Select(entry => new PartnerOrganisation(entry.Id, entry["name"], entry["type"], State(entry, "state"), entry["identifier"], Origin(entry))).OrderBy(one => one.Name, StringComparer.Ordinal)],
            Needs = [.. standing[EntryKind.Need].Select(Need).OrderBy(one => one.Priority).ThenBy(one => one.Until?.Last ?? DateOnly.MaxValue)],
            Offers = [.. standing[EntryKind.Offer].Select(Offer).OrderBy(one => one.Until?.Last ?? DateOnly.MaxValue)],
            Projects = [.. standing[EntryKind.Project].Select(Project).OrderByDescending(one => one.Start)],
            Money = [.. standing[EntryKind.Money].Select(Spending).OrderBy(one => one.Start)],
            Indicators = [.. standing[EntryKind.Indicator].Select(Indicator).OrderByDescending(one => one.Level).ThenBy(one => one.Origin.Stamp.At)],
            Periods = [.. standing[EntryKind.Period].Select(entry => new IndicatorPeriod(entry.Id, entry["indicator"], Date(entry, "start")!.Value, Date(entry, "end")!.Value, Number(entry, "target"), Number(entry, "actual"), Origin(entry))).OrderBy(one => one.Start)],
            Effects = [.. standing[EntryKind.Effect].Select(entry => new Effect(entry.Id, entry["project"], entry["title"], entry["unit"], Date(entry, "date")!.Value, Figure(entry, "predicted"), Figure(entry, "observed"), entry["text"], Origin(entry))).OrderBy(one => one.Date)],
        };
    }

    /// <summary>Shares as they are kept: <c>PH 60; VN 40</c>, <c>99:CY04 100</c>.</summary>
    internal static IReadOnlyList<Share> Shares(string kept) => [.. kept.Split("; ", StringSplitOptions.RemoveEmptyEntries).Select(part =>
    {
        var (name, percent) = (part[..part.IndexOf(' ', StringComparison.Ordinal)], part[(part.IndexOf(' ', StringComparison.Ordinal) + 1)..]);
        var colon = name.IndexOf(':', StringComparison.Ordinal);
        return new Share(colon < 0 ? "" : name[..colon], name[(colon + 1)..], decimal.Parse(percent, CultureInfo.InvariantCulture));
    })];

    private static Assessment? Assessment(Entry entry, ModelLibrary library) => library.Model(entry["model"]) is not { } model ? null
        : new Assessment(entry.Id, State(entry, "state"), model, Date(entry, "date")!.Value, entry["assessor"], ScoreLines.Kept(entry["scores"]), entry["text"], Origin(entry));

    private static Need Need(Entry entry) => new(
        entry.Id, entry["title"], entry["text"], State(entry, "state"), entry["topic"], int.Parse(entry["priority"], CultureInfo.InvariantCulture), Date(entry, "until"), Words(entry, "languages"), entry["assessment"], Origin(entry));

    private static Offer Offer(Entry entry) => new(
        entry.Id, entry["title"], entry["text"], entry["organisation"], Words(entry, "topics"), [.. Words(entry, "states").Select(code => CountryCode.Parse(code))], entry["oda_only"] == "yes", Words(entry, "languages"),
        Date(entry, "since"), Date(entry, "until"), int.Parse(entry["places"], CultureInfo.InvariantCulture), Origin(entry));

    private static Project Project(Entry entry) => new()
    {
        Id = entry.Id,
        Identifier = entry["identifier"],
        Title = entry["title"],
        Text = entry["text"],
        Status = entry["status"],
        PlannedStart = Date(entry, "planned_start"),
        ActualStart = Date(entry, "actual_start"),
        PlannedEnd = Date(entry, "planned_end"),
        ActualEnd = Date(entry, "actual_end"),
        Donor = State(entry, "donor"),
        Participants = Roles.Where(role => entry[role].Length > 0).ToDictionary(role => role, role => (IReadOnlyList<string>)Names(entry, role)),
        Recipients = Shares(entry["recipients"]),
        Sectors = Shares(entry["sectors"]),
        Tags = Names(entry, "tags"),
        Flow = entry["flow"],
        Finance = entry["finance"],
        Aid = entry["aid"],
        Tied = entry["tied"],
        Needs = Words(entry, "needs"),
        Offers = Words(entry, "offers"),
        Assessments = Words(entry, "assessments"),
        Related = Words(entry, "related"),
        Origin = Origin(entry),
    };

    private static Spending Spending(Entry entry) => new(
        entry.Id, entry["project"], entry["type"], Number(entry, "amount")!.Value, entry["currency"], Date(entry, "start")!.Value, Date(entry, "end"), entry["provider"], entry["tied"], Origin(entry));

    private static Indicator Indicator(Entry entry) => new(
        entry.Id, entry["project"], entry["level"], entry["result"], entry["title"], entry["unit"], entry["direction"] == "rising", Number(entry, "baseline"), Date(entry, "baseline_date"), Origin(entry));

    private static Effect.Figure? Figure(Entry entry, string field) => Number(entry, field) is { } value ? new Effect.Figure(value, Number(entry, field + "_low"), Number(entry, field + "_high")) : null;

    private static decimal? Number(Entry entry, string field) => entry[field] is { Length: > 0 } figure ? decimal.Parse(figure, CultureInfo.InvariantCulture) : null;

    private static PartialDate? Date(Entry entry, string field) => entry[field] is { Length: > 0 } date ? PartialDate.Parse(date) : null;

    private static CountryCode State(Entry entry, string field) => CountryCode.TryParse(entry[field], out var state) ? state : CountryCode.Unknown;

    private static string[] Words(Entry entry, string field) => entry[field].Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static string[] Names(Entry entry, string field) => entry[field].Split("; ", StringSplitOptions.RemoveEmptyEntries);

    private static Origin Origin(Entry entry) => new(
        new Provenance(entry["source"], Date(entry, "date") ?? PartialDate.FromDateOnly(DateOnly.FromDateTime(entry.Stamp.At.UtcDateTime)), Enum.Parse<Confidence>(entry["confidence"])),
        entry["note"],
        Enum.Parse<Tlp>(entry["marking"], ignoreCase: true),
        entry.Language,
        entry.Stamp);
}
