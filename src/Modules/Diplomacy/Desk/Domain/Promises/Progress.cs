using Noroshi.Kernel;

namespace Noroshi.Diplomacy.Desk.Domain;

/// <summary>Evidence of what became of a promise.</summary>
internal sealed record Progress(string Id, string Commitment, CommitmentStatus Status, PartialDate Date, Wording Evidence, Origin Origin);
