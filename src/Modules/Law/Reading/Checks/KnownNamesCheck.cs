using Noroshi.Law.Domain;
using Noroshi.Shell.ReferenceData;

namespace Noroshi.Law.Reading;

/// <summary>Names in places where a family (<c>MLAT-JP-*</c>) may stand, which a plain reference cannot check.</summary>
internal static class KnownNamesCheck
{
    internal static IEnumerable<Finding> Findings(ReferenceTables tables, LawBook book)
    {
        var known = book.Instruments.Select(instrument => instrument.Id).ToHashSet(StringComparer.Ordinal);
        bool Stands(string name) => known.Contains(name) || (name.EndsWith("-*", StringComparison.Ordinal) && known.Any(id => id.StartsWith(name.AsSpan()[..^1], StringComparison.Ordinal)));
        foreach (var row in tables.Rows("law-authorities"))
        {
            if (!Stands(row["instrument"])) yield return Unknown(row, "instrument", row["instrument"], "instrument or family of agreements");
        }
    }

    private static Finding Unknown(ReferenceRow row, string column, string name, string what) => row.Fault(column, Reason.UnknownTerm,
        $"There is no {what} '{name}'.", "Correct the name, or add what it names to instruments.csv, agreements.csv or offences.csv in the same change.");
}
