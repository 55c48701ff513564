namespace Noroshi.Diplomacy.Desk.Domain;

/// <summary>One field of an entry.</summary>
/// <remarks>
/// <c>Name</c>: As forms and the API write it.<br/>
/// <c>OrElse</c>: Another field one of which must be filled in; null where the field stands alone.
/// </remarks>
internal sealed record FieldRule(string Name, FieldForm Form, bool IsRequired = false, string? OrElse = null);
