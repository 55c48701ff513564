namespace Noroshi.Contacts.Domain;

/// <summary>A communication check that a peer sent to one of our points. Its times are those of this node's clock; only the peer measures how long the answer took.</summary>
internal sealed record AskedCheck
{
    /// <summary>Node id of the peer, and the peer's own id of the check.</summary>
    public string Id => EntryNames.OfPeer(Peer, CheckId);

    public string Peer { get; init; } = "";

    public string CheckId { get; init; } = "";

    /// <summary>The peer's state, two letters.</summary>
    public string State { get; init; } = "";

    /// <summary>Our point.</summary>
    public string PointId { get; init; } = "";

    /// <summary>True where the peer says that it told us beforehand.</summary>
    public bool Announced { get; init; }

    public DateTimeOffset ArrivedAt { get; init; }

    public DateTimeOffset DueAt { get; init; }

    /// <summary>Until when it can be answered; a newer check of the same point ends it.</summary>
    public DateTimeOffset ExpiresAt { get; init; }

    public DateTimeOffset? AnsweredAt { get; init; }

    public string? AnsweredBy { get; init; }

    public string? AnsweredName { get; init; }

    /// <summary>Id of our answer in the outbox.</summary>
    public string? Message { get; init; }

    public CheckStatus StatusAt(DateTimeOffset now) => ContactCheck.Status(AnsweredAt, DueAt, now);

    /// <summary>Whether it still waits for an answer.</summary>
    public bool IsOpenAt(DateTimeOffset now) => AnsweredAt is null && now < ExpiresAt;
}
