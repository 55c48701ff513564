using System.Collections.Frozen;

namespace Noroshi.Exchange.Sharing;

/// <summary>What a request between nodes laid down for what was given under it.</summary>
internal sealed record UseConditions
{
    /// <summary>Nothing was laid down.</summary>
    public static UseConditions None { get; } = new();

    /// <summary>Only for this case; null when not limited.</summary>
    public string? OnlyCase { get; init; }

    /// <summary>Only for these purposes; null when not limited, and an empty set allows none.</summary>
    public FrozenSet<Purpose>? OnlyPurposes { get; init; }

    /// <summary>Not from this instant on; null when not limited.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>Only to those it was addressed to.</summary>
    public bool NoOnward { get; init; }
}
