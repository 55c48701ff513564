using System.Text.RegularExpressions;
using Noroshi.Law.Domain;
using Noroshi.Shell.ReferenceData;

namespace Noroshi.Law.Reading;

/// <summary>Names in places where a family (<c>MLAT-JP-*</c>) or a set (<c>ETS185_2_11</c>) may stand, which a plain reference cannot check.</summary>
internal static partial class KnownNamesCheck
{
    internal static IEnumerable<Finding> Findings(ReferenceTables tables, LawBook book)
    {
        var known = book.Instruments.Select(instrument => instrument.Id).ToHashSet(StringComparer.Ordinal);
        bool Stands(string name) => known.Contains(name) || (name.EndsWith("-*", StringComparison.Ordinal) && known.Any(id => id.StartsWith(name.AsSpan()[..^1], StringComparison.Ordinal)));
        bool StandsInCondition(string name) => Stands(name) || Stands(name + "-*");

        foreach (var row in tables.Rows("law-rules"))
        {
            if (row["instrument"] != "COMITY" && !Stands(row["instrument"])) yield return Unknown(row, "instrument", row["instrument"], "instrument or family of agreements");
            foreach (Match asked in InstrumentInCondition().Matches(row["when"]))
            {
                if (!StandsInCondition(asked.Groups["name"].Value)) yield return Unknown(row, "when", asked.Groups["name"].Value, "instrument");
            }

            foreach (Match asked in SetInCondition().Matches(row["when"]))
            {
                if (!book.OffencesIn(asked.Groups["name"].Value).Any()) yield return Unknown(row, "when", asked.Groups["name"].Value, "set of offences");
            }
        }

        foreach (var row in tables.Rows("law-authorities"))
        {
            if (!Stands(row["instrument"])) yield return Unknown(row, "instrument", row["instrument"], "instrument or family of agreements");
        }
    }

    private static Finding Unknown(ReferenceRow row, string column, string name, string what) => row.Fault(column, Reason.UnknownTerm,
        $"There is no {what} '{name}'.", "Correct the name, or add what it names to instruments.csv, agreements.csv or offences.csv in the same change.");

    [GeneratedRegex(@"\b(?:inForce|inForceFor)\(\s*(?<name>[\w-]+)|\b(?:resv|decl)\(\s*\w+\s*,\s*(?<name>[\w-]+)", RegexOptions.CultureInvariant)]
    private static partial Regex InstrumentInCondition();

    [GeneratedRegex(@"\boffenceIn\(\s*(?<name>\w+)", RegexOptions.CultureInvariant)]
    private static partial Regex SetInCondition();
}
