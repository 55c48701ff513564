namespace Noroshi.Law.Domain;

/// <summary>Something wrong with a rule of the table: the row, the column, the character within the cell, what, and what to do.</summary>
internal sealed record RuleProblem(Rule Rule, string Column, int? Character, string What, string Todo, bool IsUnknownName);
