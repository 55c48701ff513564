namespace Noroshi.Federation;

/// <summary>A message on its way to a peer, or arrived.</summary>
internal sealed class OutboxRow
{
    public string MessageId { get; init; } = "";

    public string Peer { get; init; } = "";

    public string Conversation { get; init; } = "";

    public long Sequence { get; init; }

    public string Type { get; init; } = "";

    public string Marking { get; init; } = "";

    public string Signed { get; init; } = "";

    public string Digest { get; init; } = "";

    public DateTimeOffset QueuedAt { get; init; }

    public string State { get; init; } = "";

    public int Attempts { get; init; }

    public string? Reason { get; init; }

    public DateTimeOffset? SettledAt { get; init; }
}
