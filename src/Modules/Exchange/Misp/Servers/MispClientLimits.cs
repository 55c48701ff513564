namespace Noroshi.Exchange.Misp;

/// <summary>How a server is spoken to.</summary>
internal sealed record MispClientLimits
{
    /// <summary>What is kept to unless said otherwise.</summary>
    public static MispClientLimits Usual { get; } = new();

    /// <summary>Events listed at once.</summary>
    public int EventsAPage { get; init; } = 500;

    /// <summary>Attributes at once; events with more come and go in parts.</summary>
    public int AttributesAPart { get; init; } = 5_000;

    /// <summary>Bytes of one answer.</summary>
    public int AnswerBytes { get; init; } = 128 << 20;

    /// <summary>How often one request is tried.</summary>
    public int Attempts { get; init; } = 6;

    /// <summary>The first wait; each further one is twice as long.</summary>
    public TimeSpan FirstWait { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The longest wait, whatever the server asks for.</summary>
    public TimeSpan LongestWait { get; init; } = TimeSpan.FromMinutes(5);
}
