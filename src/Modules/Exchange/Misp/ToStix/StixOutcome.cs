using System.Text.Json.Nodes;

namespace Noroshi.Exchange.Misp;

/// <summary>A conversion and what it could not carry.</summary>
/// <param name="Result">The bundle, or the event.</param>
/// <param name="Losses">What was left.</param>
internal sealed record StixOutcome(JsonNode Result, LossList Losses);
