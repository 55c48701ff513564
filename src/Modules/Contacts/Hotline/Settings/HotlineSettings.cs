namespace Noroshi.Contacts.Hotline;

/// <summary>What an administrator may set on the hotline.</summary>
internal sealed record HotlineSettings
{
    public AcknowledgementTargets Targets { get; init; } = AcknowledgementTargets.Default;

    /// <summary>New ringing messages of a peer within ten minutes.</summary>
    public int RingLimit { get; init; } = Hotline.RingLimit.Default;

    /// <summary>Time of day of the line tests, UTC.</summary>
    public TimeOnly TestAt { get; init; } = new(0, 30);

    /// <summary>Where a ring is told as well; null tells nobody.</summary>
    public Uri? Hook { get; init; }

    /// <summary>Key of the signature of what the hook is told.</summary>
    public string HookSecret { get; init; } = "";

    /// <summary>Address of this node in links that the hook is told; empty gives the path alone.</summary>
    public string LinkAddress { get; init; } = "";
}
