using Noroshi.Law.Domain;
using Noroshi.Shell.ReferenceData;

namespace Noroshi.Law.Reading;

/// <summary>Compiles every rule as the engine does: what it could not use is told with row, column and character before anybody asks.</summary>
internal static class RulesCheck
{
    internal static IEnumerable<Finding> Findings(ReferenceTables tables, LawBook book)
    {
        var rows = tables.Rows("law-rules").ToDictionary(row => row.Line);
        return LegalRules.Compile(book).Problems.Select(problem => rows[problem.Rule.Line].Fault(
            problem.Column,
            problem.IsUnknownName ? Reason.UnknownTerm : problem.Column == "when" ? Reason.WrongCondition : Reason.WrongRule,
            (problem.Character is { } at ? $"Character {at}: " : "") + problem.What,
            problem.Todo));
    }
}
