namespace Noroshi.Contacts.Domain;

/// <summary>One communication check: a message that asks nothing but to be confirmed.</summary>
internal sealed record ContactCheck
{
    public string Id { get; init; } = "";

    public string PointId { get; init; } = "";

    /// <summary>Id of the organisation inside this node whose check it is; its figures are theirs alone.</summary>
    public string Owner { get; init; } = "";

    /// <summary>True where the other side was told beforehand that a check would come.</summary>
    public bool Announced { get; init; }

    public DateTimeOffset SentAt { get; init; }

    /// <summary>Until when an answer counts as timely.</summary>
    public DateTimeOffset DueAt { get; init; }

    /// <summary>Until when the link works.</summary>
    public DateTimeOffset ExpiresAt { get; init; }

    public string SentBy { get; init; } = "";

    public string SentName { get; init; } = "";

    /// <summary>Id of the message in the outbox that asks the peer's node; null where the link is the only way.</summary>
    public string? Message { get; init; }

    public DateTimeOffset? AnsweredAt { get; init; }

    public CheckWay? AnsweredBy { get; init; }

    public TimeSpan? Latency => AnsweredAt - SentAt;

    /// <summary>The ways it can be answered.</summary>
    public IReadOnlyList<CheckWay> Ways => Message is null ? [CheckWay.Link] : [CheckWay.Node, CheckWay.Link];

    public bool IsTimely => AnsweredAt <= DueAt;

    public CheckStatus StatusAt(DateTimeOffset now) => Status(AnsweredAt, DueAt, now);

    internal static CheckStatus Status(DateTimeOffset? answered, DateTimeOffset due, DateTimeOffset now) =>
        answered is { } at ? at <= due ? CheckStatus.Answered : CheckStatus.AnsweredLate : now > due ? CheckStatus.Overdue : CheckStatus.Waiting;

    /// <summary>
    /// How long a function has to answer: an hour where the network promises to be there at any hour, else two days, which lets a weekend's
    /// desk come back.
    /// </summary>
    internal static TimeSpan Allowed(ContactFunction function) => function == ContactFunction.Network ? TimeSpan.FromHours(1) : TimeSpan.FromHours(48);

    /// <summary>How long the link of a check works.</summary>
    internal static TimeSpan LinkLife { get; } = TimeSpan.FromDays(14);
}
