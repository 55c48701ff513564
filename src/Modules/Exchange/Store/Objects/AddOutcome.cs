namespace Noroshi.Exchange.Store;

/// <summary>What became of an envelope.</summary>
/// <param name="Id">Identifies it from now on; TAXII's status has the same.</param>
/// <param name="At">When, microseconds.</param>
/// <param name="Total">Objects in it.</param>
/// <param name="Kept">Those that are in the collection now, new or not: identifier and version.</param>
/// <param name="Refused">Those that are not: identifier and reason.</param>
internal sealed record AddOutcome(string Id, long At, int Total, IReadOnlyList<ObjectNote> Kept, IReadOnlyList<ObjectNote> Refused)
{
    /// <summary>Those that still wait.</summary>
    public int Pending => Total - Kept.Count - Refused.Count;
}
