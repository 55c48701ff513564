using Noroshi.Diplomacy.Desk.Domain;

namespace Noroshi.Diplomacy.Desk.Ui;

/// <summary>What a form for an entry shows: its kind, what was typed, and what is wrong with it.</summary>
/// <remarks>
/// <c>Typed</c>: By the names of the fields.
/// </remarks>
internal sealed record EntryFormState(EntryKind Kind, DiplomaticRecord Record, IReadOnlyDictionary<string, string?> Typed, IReadOnlyList<WrongAskException> Problems)
{
    /// <summary>What stands in a field.</summary>
    internal string? this[string field] => Typed.GetValueOrDefault(field);
}
