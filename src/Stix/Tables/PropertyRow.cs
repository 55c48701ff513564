using System.Collections.Frozen;

namespace Noroshi.Stix;

/// <summary>One property of a shape, as <c>objects.txt</c> says it.</summary>
/// <remarks><c>Bit</c>: Its place in the masks of the shape. <c>Words</c>: The values of its vocabulary or enumeration; null for other kinds. <c>Targets</c>: What it may refer to; null where it may refer to anything.</remarks>
internal sealed record PropertyRow(string Name, ValueKind Kind, string Argument, bool IsList, bool Required, bool Deprecated, int Bit)
{
    public double Min { get; init; } = double.NegativeInfinity;

    public double Max { get; init; } = double.PositiveInfinity;

    public FrozenSet<string>? Words { get; init; }

    public ReferenceTargets? Targets { get; init; }

    public ulong Mask => 1UL << Bit;
}
