namespace Noroshi.Exchange.Misp;

/// <summary>How far a pull has come: everything before the time, and these events of that time. Kept by whoever takes what is pulled, together with it.</summary>
/// <param name="Timestamp">Seconds since 1970.</param>
/// <param name="Done">Events of that second which are done.</param>
internal sealed record MispCursor(long Timestamp, IReadOnlyList<string> Done)
{
    /// <summary>From the beginning.</summary>
    public static MispCursor Start { get; } = new(0, []);

    /// <summary>An event that comes in parts and is not done; null when there is none.</summary>
    public string? Open { get; init; }

    /// <summary>The time of the open event: when the server has a later version, it begins anew.</summary>
    public long OpenTimestamp { get; init; }

    /// <summary>The last part of it that was taken, from 1.</summary>
    public int Part { get; init; }

    /// <summary>What its parts hold so far.</summary>
    public IReadOnlyList<string> Refs { get; init; } = [];

    /// <summary>After an event is done.</summary>
    public MispCursor After(string uuid, long timestamp) => new(timestamp, timestamp == Timestamp ? [.. Done, uuid] : [uuid]);

    /// <summary>An event is done already.</summary>
    public bool Covers(string uuid, long timestamp) => timestamp < Timestamp || (timestamp == Timestamp && Done.Contains(uuid, StringComparer.Ordinal));
}
