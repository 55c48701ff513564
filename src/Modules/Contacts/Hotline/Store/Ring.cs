namespace Noroshi.Contacts.Hotline;

/// <summary>How a received message rings, or rang.</summary>
internal sealed record Ring
{
    public string Message { get; init; } = "";

    public string Conversation { get; init; } = "";

    public string Peer { get; init; } = "";

    public string State { get; init; } = "";

    public long Number { get; init; }

    /// <summary>Word of <see cref="Precedence"/>.</summary>
    public string Urgency { get; init; } = "";

    /// <summary>Word of the class.</summary>
    public string Kind { get; init; } = "";

    public string Subject { get; init; } = "";

    /// <summary>Subject of the conversation: numbers begin anew in each.</summary>
    public string Topic { get; init; } = "";

    public DateTimeOffset ArrivedAt { get; init; }

    /// <summary>By when it should be acknowledged.</summary>
    public DateTimeOffset TargetAt { get; init; }

    /// <summary>False where the ring limit kept it silent.</summary>
    public bool Rang { get; init; }

    /// <summary>How many rungs of the ladder were climbed.</summary>
    public int Climbed { get; init; }

    /// <summary>When it was acknowledged.</summary>
    public DateTimeOffset? StoppedAt { get; init; }

    internal Precedence Precedence => HotlineWords.PrecedenceOf(Urgency)!.Value;
}
