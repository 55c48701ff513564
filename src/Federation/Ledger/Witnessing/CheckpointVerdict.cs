namespace Noroshi.Federation.Ledger;

/// <summary>What a peer's checkpoint is, seen beside those the peer gave before.</summary>
internal enum CheckpointVerdict
{
    /// <summary>It continues what was accepted before; cosigned.</summary>
    Accepted,

    /// <summary>It cannot be a continuation: acts were changed. The proof fails, or the same size has another root.</summary>
    Rewritten,

    /// <summary>It is smaller than what was accepted before, and not one of the steps there: the peer's records were put back.</summary>
    RolledBack,

    /// <summary>Not signed with the peer's key, or not under the ledger name of that key.</summary>
    BadSignature,

    /// <summary>Not a checkpoint at all.</summary>
    Malformed,
}
