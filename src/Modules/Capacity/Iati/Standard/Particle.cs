namespace Noroshi.Capacity.Iati.Standard;

/// <summary>A place in the order of an element's children.</summary>
/// <param name="Name">Number of the child's name; 0 for elements of other namespaces.</param>
/// <param name="Type">What the child holds; null for elements of other namespaces.</param>
/// <param name="IsRequired">Whether at least one must be there.</param>
/// <param name="IsMany">Whether several may be there.</param>
internal sealed record Particle(int Name, ElementType? Type, bool IsRequired, bool IsMany);
