namespace Noroshi.Contacts.Hotline;

/// <summary>A conversation between this state and another.</summary>
internal sealed record Conversation
{
    public string Id { get; init; } = "";

    /// <summary>Node id of the other side.</summary>
    public string Peer { get; init; } = "";

    /// <summary>The other side's state, two letters.</summary>
    public string State { get; init; } = "";

    /// <summary>Of the first message.</summary>
    public string Subject { get; init; } = "";

    public DateTimeOffset OpenedAt { get; init; }

    public bool OpenedHere { get; init; }

    /// <summary>When the last message was sent or came.</summary>
    public DateTimeOffset LastAt { get; init; }

    /// <summary>Number of the last message of this side; 0 before the first.</summary>
    public long OwnNumber { get; init; }

    /// <summary>Number of the last message of the other side.</summary>
    public long PeerNumber { get; init; }

    public DateTimeOffset? ClosedAt { get; init; }

    public bool? ClosedHere { get; init; }

    /// <summary>Received messages that nobody acknowledged yet.</summary>
    public long Waiting { get; init; }

    internal bool IsOpen => ClosedAt is null;
}
