namespace Noroshi.Exchange.Sharing;

/// <summary>What the node knows of an object besides its content: whose it is, whom its source addressed, under which conditions, who approved its release.</summary>
internal sealed record Handling
{
    /// <summary>The node's own people made it, so they may address it. False for what was received.</summary>
    public bool IsOwn { get; init; }

    /// <summary>Whom the source addressed by name.</summary>
    public Audience Addressed { get; init; } = Audience.Nobody;

    /// <summary>What a request laid down.</summary>
    public UseConditions Conditions { get; init; } = UseConditions.None;

    /// <summary>Identifiers of the persons who approved the release of this version.</summary>
    public IReadOnlyCollection<string> Approvers { get; init; } = [];
}
