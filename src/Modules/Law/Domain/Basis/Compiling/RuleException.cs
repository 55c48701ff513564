namespace Noroshi.Law.Domain;

/// <summary>A rule of the book cannot be used: which column, where in the cell, what is wrong and what to do.</summary>
internal sealed class RuleException(string column, int? character, string what, string todo, bool isUnknownName = false) : Exception($"{column}{(character is null ? "" : $", character {character}")}: {what} {todo}")
{
    /// <summary>Column of the table.</summary>
    public string Column { get; } = column;

    /// <summary>Character within the cell, from 1, where one can be named.</summary>
    public int? Character { get; } = character;

    /// <summary>True where a name is well written but nothing has it.</summary>
    public bool IsUnknownName { get; } = isUnknownName;

    public string What { get; } = what;

    public string Todo { get; } = todo;
}
