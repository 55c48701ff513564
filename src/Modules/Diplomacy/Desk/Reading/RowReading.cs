using Noroshi.Diplomacy.Desk.Domain;
using Noroshi.Kernel;
using Noroshi.Shell.ReferenceData;

namespace Noroshi.Diplomacy.Desk.Reading;

/// <summary>How the tables of the room write pairs of languages, periods and lists of states.</summary>
internal static class RowReading
{
    /// <summary>The columns <c>name_en</c> and <c>name_ja</c>, or <c>en</c> and <c>ja</c> where no name is given.</summary>
    internal static Wording Pair(this ReferenceRow row, string? name = null) => name is null ? new(row["en"], row["ja"]) : new(row[name + "_en"], row[name + "_ja"]);

    /// <summary>The columns <c>since</c> and <c>until</c>.</summary>
    internal static Period Period(this ReferenceRow row) => new(row.PartialDay("since"), row.PartialDay("until"));

    internal static IReadOnlyList<CountryCode> States(this ReferenceRow row, string column) => [.. row.List(column).Select(code => CountryCode.Parse(code))];

    internal static Origin Origin(this ReferenceRow row) => new(row.Provenance, row["note"]);
}
