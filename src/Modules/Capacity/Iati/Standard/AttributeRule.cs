namespace Noroshi.Capacity.Iati.Standard;

/// <summary>An attribute that an element may have.</summary>
/// <param name="Name">Its number in <see cref="Iati203.Names"/>.</param>
/// <param name="Kind">What its value must be.</param>
/// <param name="IsRequired">Whether it must be there.</param>
/// <param name="Codes">The codes that it may have; null where any text will do, or the list is not checked.</param>
internal readonly record struct AttributeRule(int Name, ValueKind Kind, bool IsRequired, CodeList? Codes);
