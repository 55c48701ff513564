namespace Noroshi.Federation;

/// <summary>What one side says of the other.</summary>
internal enum Standing
{
    /// <summary>Known, not yet compared by telephone.</summary>
    Pending,

    /// <summary>The fingerprint was compared and confirmed.</summary>
    Confirmed,

    /// <summary>Messages are held back for now.</summary>
    Suspended,

    /// <summary>Ended; only a new peering begins again.</summary>
    Revoked,
}
