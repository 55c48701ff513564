namespace Noroshi.Federation.Ledger;

/// <summary>How a peer's ledger stood when it was shown last.</summary>
internal sealed class LedgerStanding
{
    /// <summary>Leaves of the checkpoint.</summary>
    public long Size { get; init; }

    public DateTimeOffset At { get; init; }

    /// <summary>Name of a <see cref="CheckpointVerdict"/>, or <c>Before</c> for one of an earlier peering.</summary>
    public string Verdict { get; init; } = "";
}
