using System.Text.Json.Serialization;

namespace Noroshi.Federation;

/// <summary>By what name and key a node's ledger signs its checkpoints.</summary>
/// <param name="Verifier">Name, key hash and public key, as signed notes write them.</param>
internal sealed record LedgerIdentity([property: JsonPropertyName("verifier")] string Verifier);
