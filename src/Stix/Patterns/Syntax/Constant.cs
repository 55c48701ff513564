namespace Noroshi.Stix;

/// <summary>The sorts of constants.</summary>
internal enum ConstantKind
{
    Text,
    Integer,
    Float,
    Boolean,
    Binary,
    Timestamp,
}

/// <summary>A constant of a pattern.</summary>
internal sealed record Constant(ConstantKind Kind)
{
    public string Text { get; init; } = "";

    public double Number { get; init; }

    /// <summary>The exact value of an integer that fits; null otherwise.</summary>
    public long? Whole { get; init; }

    public bool Truth { get; init; }

    public byte[] Bytes { get; init; } = [];

    public StixInstant Instant { get; init; }

    public bool IsNumber => Kind is ConstantKind.Integer or ConstantKind.Float;
}
