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
    private byte[]? _utf8;

    public string Text { get; init; } = "";

    /// <summary>The text as the bytes that it is compared with; made when it is first needed.</summary>
    public byte[] Utf8 => _utf8 ??= System.Text.Encoding.UTF8.GetBytes(Text);

    public double Number { get; init; }

    /// <summary>The exact value of an integer that fits; null otherwise.</summary>
    public long? Whole { get; init; }

    public bool Truth { get; init; }

    public byte[] Bytes { get; init; } = [];

    public StixInstant Instant { get; init; }

    public bool IsNumber => Kind is ConstantKind.Integer or ConstantKind.Float;
}
