using Noroshi.Law.Domain;
using Noroshi.Shell.ReferenceData;

namespace Noroshi.Law.Reading;

/// <summary>What the room asks of its tables beyond their schemas, one line a check.</summary>
internal static class LawCheck
{
    internal static IEnumerable<Finding> Findings(ReferenceTables tables) =>
        tables.IsThere ? Findings(tables, LawBookReader.Take(tables)) : [];

    internal static IEnumerable<Finding> Findings(ReferenceTables tables, LawBook book) =>
    [
        .. EntryIntoForceCheck.Findings(tables, book),
        .. KnownNamesCheck.Findings(tables, book),
        .. RulesCheck.Findings(tables, book),
    ];
}
