namespace Noroshi.Federation.Ledger;

/// <summary>How a peer's checkpoint was judged.</summary>
/// <param name="Verdict">The judgement.</param>
/// <param name="Cosigned">The peer's note with our cosignature, to be returned to it; only where accepted and the largest so far.</param>
/// <param name="Reason">Why not, in words for an operator; only where not accepted.</param>
internal sealed record TakenCheckpoint(CheckpointVerdict Verdict, SignedNote? Cosigned, string? Reason);
