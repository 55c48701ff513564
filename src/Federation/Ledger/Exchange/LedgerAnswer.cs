using System.Text.Json.Serialization;

namespace Noroshi.Federation.Ledger;

/// <summary>What a peer answers to a <see cref="LedgerClaim"/>.</summary>
/// <param name="Verdict">The judgement; null where the proof began at another size than the peer knows.</param>
/// <param name="Known">Size of the checkpoint that the peer accepted last; the next proof begins there.</param>
/// <param name="Cosigned">The checkpoint with the peer's cosignature, where accepted.</param>
/// <param name="Reason">Why not, for people.</param>
internal sealed record LedgerAnswer(
    [property: JsonPropertyName("verdict")] string? Verdict,
    [property: JsonPropertyName("known")] long Known,
    [property: JsonPropertyName("cosigned")] string? Cosigned,
    [property: JsonPropertyName("reason")] string? Reason);
