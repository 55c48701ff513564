namespace Noroshi.Law.Domain;

/// <summary>A condition cannot be read: where in its cell, what is wrong and what to write instead.</summary>
/// <param name="column">Character within the cell, from 1.</param>
/// <param name="what">What is wrong, in one sentence.</param>
/// <param name="todo">What to do about it, in one sentence.</param>
/// <param name="isUnknownName">True where a name is well written but nothing has it.</param>
internal sealed class WhenException(int column, string what, string todo, bool isUnknownName = false) : Exception($"character {column}: {what} {todo}")
{
    public int Column { get; } = column;

    public bool IsUnknownName { get; } = isUnknownName;

    public string What { get; } = what;

    public string Todo { get; } = todo;
}
