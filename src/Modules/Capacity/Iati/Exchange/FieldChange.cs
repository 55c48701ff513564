namespace Noroshi.Capacity.Iati.Exchange;

/// <summary>A field that differs.</summary>
/// <param name="Field">Name of the element, or of an attribute of the activity behind @.</param>
/// <param name="Old">What is kept, one line an element; empty where nothing is.</param>
/// <param name="New">What the file says.</param>
internal sealed record FieldChange(string Field, string Old, string New);
