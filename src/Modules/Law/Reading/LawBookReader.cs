using Noroshi.Kernel;
using Noroshi.Law.Domain;
using Noroshi.Shell.ReferenceData;
using Noroshi.Storage;

namespace Noroshi.Law.Reading;

/// <summary>Turns the tables below <c>data/law</c> into a <see cref="LawBook"/>.</summary>
internal static class LawBookReader
{
    /// <summary>Reads and checks.</summary>
    /// <exception cref="RefusalException">A table breaks a rule of the room; the message names file, row and column.</exception>
    internal static LawBook Read(ReferenceTables tables)
    {
        if (!tables.IsThere) return LawBook.Empty;
        var book = Take(tables);
        return LawCheck.Findings(tables, book).FirstOrDefault() is { } fault ? throw ReferenceTables.Refusal("data/law", fault) : book;
    }

    /// <summary>Takes the rows as they are, without the checks of the room.</summary>
    internal static LawBook Take(ReferenceTables tables) => new(
        [.. tables.Rows("law-instruments").Select(Instrument), .. tables.Rows("law-agreements").Select(Agreement)],
        [.. tables.Rows("law-treaties").Select(row => new TreatyEvent(row["instrument"], row.State("state"), LawWords.EventOf(row["event"]), row.Event("date"), row.Day("no_later_than"), row.Provenance, row["note"], row.Line))],
        [.. tables.Rows("law-reservations").Select(Reservation)],
        [.. tables.Rows("law-coverage").Select(row => new Coverage(row["instrument"], row.State("state"), LawWords.ExtentOf(row["extent"]), row.Provenance, row["note"], row.Line))],
        [.. tables.Rows("law-authorities").Select(Authority)],
        [.. tables.Rows("law-rules").Select(Rule)],
        [.. tables.Rows("law-functions").Select(row => new Term(row["name"], row.List("args"), row["sort"], row["meaning"], row.Provenance, row.Line))],
        [.. tables.Rows("law-offences").Select(row => new Offence(row["id"], row["instrument"], row["article"], row["en"], row["ja"], row["note"], row["verified"] == "Y", row.Provenance, row.Line))],
        [.. tables.Rows("law-implementation").Select(row => new Implementation(row.State("state"), row["offence"], row["law"], row["law_local"], row["article"], row.PartialDay("since"), row.Provenance, row["note"], row.Line))],
        [.. tables.Rows("law-norms").Select(row => new Norm(row["norm"], row["paragraph"], row["en"], row["ja"], row.Provenance, row["note"], row.Line))])
    {
        Union =
        [
            .. tables.Rows("memberships").Where(row => row["org"] == "EU" && row["status"] == "member")
                .Select(row => new UnionMembership(row.State("state"), new Period(row.PartialDay("since"), row.PartialDay("until")), row.Provenance)),
        ],
        Territories = tables.Rows("states").Where(row => row["kind"] is "territory" or "special_area").ToDictionary(row => row.State("alpha2"), row => row.State("parent")),
        Preservation = new PreservationForm(
            [.. tables.Rows("law-art29-fields").Select(row => new RequestField(row.Number("number") ?? 0, row["section"], row["field"], row["type"], row["basis"], row.Provenance, row.Line))],
            [.. tables.Rows("law-preservation-states").Select(row => new PreservationStep(row["from"], row["event"], row["to"], row["actor"], row["guard"], row.Provenance, row.Line))]),
    };

    private static Instrument Instrument(ReferenceRow row) =>
        new(row["id"], LawWords.KindOf(row["kind"]), row["name_en"], row["name_ja"], row.Day("adopted"), row.Day("opened"), row.Day("in_force"), row.Provenance, row.Line)
        {
            Ended = row.Day("ended"),
            Applies = row.Day("applies"),
            SupersededBy = row["superseded_by"],
            EntryRule = row["entry_rule"],
            NotBound = [.. row.List("not_bound").Select(code => CountryCode.Parse(code))],
            Wait = LawWords.WaitOf(row["wait"]),
            VerifiedUntil = row.Day("verified_until"),
            States = LawWords.ExtentOf(row["states"]),
        };

    private static Instrument Agreement(ReferenceRow row) =>
        new(row["id"], LawWords.KindOf(row["kind"]), row["name_en"], row["name_ja"], null, null, null, row.Provenance, row.Line)
        {
            States = Extent.Full,
            Sides = [row.State("side_a"), row.State("side_b")],
        };

    private static Reservation Reservation(ReferenceRow row) => new(
        row["instrument"], row.State("state"), row["article"], row["kind"], row.PartialDay("valid_from"), row.PartialDay("valid_to"),
        row["effect_code"], row["summary"], row.Provenance, row["note"], row.Line);

    private static Authority Authority(ReferenceRow row) => new(
        row["instrument"], row.State("state"), row["article"], row["role"], row["direction"], row["organisation_en"], row["organisation_local"],
        row.PartialDay("valid_from"), row.PartialDay("valid_to"), row.Provenance, row["note"], row.Line);

    private static Rule Rule(ReferenceRow row) => new(
        row["id"], row["instrument"], row["provision"], row["measure"], row["kind"], row["when"], row["effect"], row["value"], row["unit"], row["clock_start"],
        row["en"], row["ja"], row["verified"] == "Y", row.Provenance, row.Line);
}
