using System.Text.Json.Serialization;

namespace Noroshi.Federation.Ledger;

/// <summary>What recomputing the ledger from the acts came to.</summary>
/// <param name="Valid">True when every act is as it was recorded, in the tiles and in every checkpoint.</param>
/// <param name="Size">Number of leaves.</param>
/// <param name="Root">Root over the acts as they stand now, base64.</param>
/// <param name="FirstBad">The first leaf that is not as it was, from 0; null where all are, or where none can be named.</param>
/// <param name="Reason">What is wrong, and what to do; left out where nothing is.</param>
internal sealed record LedgerVerdict(
    bool Valid, long Size, string Root, long? FirstBad, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Reason = null);
