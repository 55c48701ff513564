namespace Noroshi.Bench;

/// <summary>A row of the report with its figures.</summary>
internal sealed record DuelResult
{
    public required string Work { get; init; }

    public required Figures Ours { get; init; }

    public required Figures Peer { get; init; }

    /// <summary>At least this many times the peer's speed, in CPU per record.</summary>
    public required double Bar { get; init; }

    /// <summary>How many times the peer's speed, in CPU per record; the median of the pairs.</summary>
    public required double TimesFaster { get; init; }

    /// <summary>The same by the clock.</summary>
    public required double TimesFasterWall { get; init; }

    /// <summary>True where the peer read a part of the input only.</summary>
    public required bool Scaled { get; init; }

    public required bool CountsCompared { get; init; }

    /// <summary>Null where all counts were equal.</summary>
    public required string? Difference { get; init; }

    public bool Holds => TimesFaster >= Bar && Difference is null;
}
