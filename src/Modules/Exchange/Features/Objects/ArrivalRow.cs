namespace Noroshi.Exchange.Features;

/// <summary>One time that an object came in, or went out of a collection.</summary>
internal sealed class ArrivalRow
{
    /// <summary>Number of the collection.</summary>
    public int Collection { get; init; }

    /// <summary>Microseconds.</summary>
    public long At { get; init; }

    public string SenderName { get; init; } = "";

    public string State { get; init; } = "";

    public int Origin { get; init; }

    /// <summary>Its version as it is said to others.</summary>
    public string Version { get; init; } = "";

    /// <summary><c>first</c> or <c>again</c>.</summary>
    public string Kind { get; init; } = "";
}
