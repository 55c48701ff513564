namespace Noroshi.Exchange.Store;

/// <summary>A line of the list of what left.</summary>
internal sealed class DepartureRow
{
    public int Number { get; init; }

    public DateTimeOffset At { get; init; }

    public string WayOut { get; init; } = "";

    public string Collection { get; init; } = "";

    public string Recipient { get; init; } = "";

    public string Tlp { get; init; } = "";

    public string Reason { get; init; } = "";

    public string Rule { get; init; } = "";

    /// <summary>What was removed, separated by spaces.</summary>
    public string Removed { get; init; } = "";

    public string Purpose { get; init; } = "";

    public string? ForCase { get; init; }

    public int Objects { get; init; }

    /// <summary>The version, where the list is that of one object.</summary>
    public string? Version { get; init; }
}
