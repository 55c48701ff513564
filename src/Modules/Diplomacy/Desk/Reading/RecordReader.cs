using Noroshi.Diplomacy.Desk.Domain;
using Noroshi.Shell.ReferenceData;

namespace Noroshi.Diplomacy.Desk.Reading;

/// <summary>Reads the reviewed tables of <c>data/diplomacy</c>.</summary>
internal static class RecordReader
{
    internal static DiplomaticRecord Read(ReferenceTables tables)
    {
        var sponsors = tables.Rows("diplomacy-sponsors").ToLookup(row => row["proposal"], Sponsor);
        return new DiplomaticRecord
        {
            Forums = [.. tables.Rows("diplomacy-forums").Select(row => new Forum(row["id"], row.Pair("name"), row["kind"], row["parent"], row.Period(), row.Origin()))],
            Meetings = [.. tables.Rows("diplomacy-meetings").Select(Meeting).OrderByDescending(one => one.Start ?? one.End)],
            Sessions = [.. tables.Rows("diplomacy-sessions").Select(row => new MeetingSession(row["meeting"], Enum.Parse<SessionKind>(row["kind"], ignoreCase: true), row.Number("number")!.Value, row.Number("count"), row.Pair("title"), row.Origin()))],
            Topics = [.. tables.Rows("diplomacy-topics").Select(row => new Topic(row["id"], row.Pair(), row.Pair("minus"), row.Pair("plus"), row.Origin()))],
            Statements = [.. tables.Rows("diplomacy-statements").Select(Statement).OrderByDescending(one => one.Date)],
            Outcomes = [.. tables.Rows("diplomacy-outcomes").Select(row => new OutcomePoint(row["id"], row["meeting"], row.Pair(), row["topic"], Enum.Parse<Consensus>(row["consensus"], ignoreCase: true), row.Pair("basis"), row.Origin()))],
            Commitments = [.. tables.Rows("diplomacy-commitments").Select(Commitment).OrderByDescending(one => one.Date)],
            Measures = [.. tables.Rows("diplomacy-measures").Select(row => new Measure(row["id"], row["forum"], row["number"], row.Pair(), row.Pair("decision"), row["theme"], row.Origin()))],
            Proposals = [.. tables.Rows("diplomacy-proposals").Select(row => Proposal(row, sponsors[row["id"]])).OrderByDescending(one => one.Date)],
            Resolutions = [.. tables.Rows("diplomacy-resolutions").Select(Resolution).OrderByDescending(one => one.Date)],
            Strategies = [.. tables.Rows("diplomacy-strategies").Select(row => new Strategy(row["id"], row.State("state"), row["organisation"], row.Pair("name"), row["kind"], row.PartialDay("date")!.Value, row.Pair("purpose"), row.List("predecessor"), row.List("successor"), row.Origin())).OrderByDescending(one => one.Date)],
            Bodies = [.. tables.Rows("diplomacy-bodies").Select(row => new StateBody(row["id"], row.State("state"), row["organisation"], row.Pair("name"), row["kind"], row.Period(), row.Pair("purpose"), row.List("predecessor"), row.List("successor"), row.Origin()))],
            Incidents = [.. tables.Rows("diplomacy-incidents").Select(Incident).OrderByDescending(one => one.Start)],
            Discrepancies = [.. tables.Rows("diplomacy-discrepancies").Select(row => new Discrepancy(row["id"], row["document"], row.Pair("says"), row.Pair("other"), row.Pair("advice"), row["about"], new Origin(row.Provenance, "")))],
            Groups = new GroupMembers(tables.Rows("memberships").Where(row => row["status"] == "member" && row.State("state").IsKnown).Select(row => (row["org"], row.State("state"), row.Period()))),
        };
    }

    private static Meeting Meeting(ReferenceRow row) => new()
    {
        Id = row["id"],
        Forum = row["forum"],
        Name = row.Pair("name"),
        Start = row.PartialDay("start"),
        End = row.PartialDay("end"),
        Place = row.Pair("place"),
        Host = row.State("host"),
        StatesCount = row.Number("states_count"),
        PeopleCount = row.Number("people_count"),
        Organisations = [.. row.List("organisations_en").Zip(row.List("organisations_ja"), (en, ja) => new Wording(en, ja))],
        StatesNamed = row.States("states_named"),
        Follows = row["follows"],
        Origin = row.Origin(),
    };

    private static Statement Statement(ReferenceRow row) => new()
    {
        Id = row["id"],
        Meeting = row["meeting"],
        Document = row.Pair("document"),
        Date = row.PartialDay("date")!.Value,
        State = row.State("state"),
        Organisation = row.Pair("organisation"),
        Group = row["group"],
        Office = row.Pair("office"),
        Topic = row["topic"],
        Stance = row["stance"] is { Length: > 0 } stance ? int.Parse(stance, System.Globalization.CultureInfo.InvariantCulture) : null,
        Text = row.Pair(),
        Origin = row.Origin(),
    };

    private static Commitment Commitment(ReferenceRow row) => new()
    {
        Id = row["id"],
        Meeting = row["meeting"],
        Document = row.Pair("document"),
        Date = row.PartialDay("date")!.Value,
        States = row.States("states"),
        Organisations = row.List("organisations"),
        Group = row["group"],
        Text = row.Pair(),
        Owner = row.Pair("owner"),
        Due = row.PartialDay("due"),
        FirstStatus = Enum.Parse<CommitmentStatus>(row["status"], ignoreCase: true),
        FirstEvidence = row.Pair("status"),
        Origin = row.Origin(),
    };

    private static Sponsor Sponsor(ReferenceRow row) => new(row.State("state"), row.PartialDay("since"), row["role"] == "co-sponsor", row.Origin());

    private static Proposal Proposal(ReferenceRow row, IEnumerable<Sponsor> sponsors) => new(
        row["id"], row.Pair("name"), row["kind"], row.PartialDay("date")!.Value, [.. sponsors.OrderBy(one => one.IsLater).ThenBy(one => one.State.ToString(), StringComparer.Ordinal)], row.List("organisations"), row["forum"],
        row.Pair("document"), row.Pair("demands"), row.Pair("fate"), row["topic"], row.Origin());

    private static Resolution Resolution(ReferenceRow row) => new(
        row["id"], row["symbol"], row.PartialDay("date")!.Value, row.Pair("title"), row["mode"],
        row.Number("yes") is { } yes && row.Number("no") is { } no && row.Number("abstain") is { } abstain ? (yes, no, abstain) : null,
        row.Pair("effect"), row["forum"], row.Origin());

    private static NotedIncident Incident(ReferenceRow row) => new(
        row["id"], row.Pair("name"), row.PartialDay("start"), row.PartialDay("end"), row.Pair("place"), row.States("states"), row["kind"], row["motive"],
        row["named_in"], row.Pair(), row.Pair("attribution"), row.Pair("attributed_by"), row.Origin());
}
