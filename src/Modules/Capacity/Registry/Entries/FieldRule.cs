namespace Noroshi.Capacity.Registry;

/// <summary>One field of an entry.</summary>
/// <remarks>
/// <c>Name</c>: As forms and the API write it.<br/>
/// <c>OrElse</c>: Another field one of which must be filled in; null where the field stands alone.<br/>
/// <c>Words</c>: What a choice may be.<br/>
/// <c>Of</c>: The kind of entry that a reference names.
/// </remarks>
internal sealed record FieldRule(string Name, FieldForm Form, bool IsRequired = false, string? OrElse = null, IReadOnlyList<string>? Words = null, EntryKind? Of = null);
