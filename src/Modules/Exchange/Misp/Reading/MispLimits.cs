namespace Noroshi.Exchange.Misp;

/// <summary>How much of an input is taken.</summary>
internal sealed record MispLimits
{
    /// <summary>What is taken unless said otherwise.</summary>
    public static MispLimits Usual { get; } = new();

    /// <summary>Bytes of one input.</summary>
    public int Bytes { get; init; } = 256 << 20;

    /// <summary>Values, of whatever kind.</summary>
    public int Values { get; init; } = 10_000_000;

    /// <summary>Bytes of one text; attachments are texts.</summary>
    public int Text { get; init; } = 64 << 20;

    /// <summary>Lists and objects in one another.</summary>
    public int Depth { get; init; } = 24;
}
