namespace Noroshi.Federation.Ledger;

/// <summary>A checkpoint that this node signed.</summary>
/// <param name="Checkpoint">What it says.</param>
/// <param name="Note">As it is given out, with the cosignatures known so far.</param>
/// <param name="At">When it was signed.</param>
internal sealed record SignedCheckpoint(Checkpoint Checkpoint, SignedNote Note, DateTimeOffset At);
