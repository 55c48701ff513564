using System.Text.Json.Serialization;

namespace Noroshi.Federation.Ledger;

/// <summary>What a node says of its ledger to a peer.</summary>
/// <param name="Checkpoint">Its newest signed checkpoint.</param>
/// <param name="From">Size of the checkpoint that the peer is thought to have accepted last; 0 for none.</param>
/// <param name="Path">Proof that the ledger of that size is the beginning of this one, base64 (RFC 6962, 2.1.2).</param>
internal sealed record LedgerClaim(
    [property: JsonPropertyName("checkpoint")] string Checkpoint,
    [property: JsonPropertyName("from")] long From,
    [property: JsonPropertyName("path")] IReadOnlyList<string> Path);
