using System.Text.Json.Nodes;

namespace Noroshi.Exchange.Misp;

/// <summary>What an attribute or object is in STIX: observables, and the pattern that finds them.</summary>
/// <param name="Observables">In the order in which they refer to each other; empty where there is only a pattern.</param>
/// <param name="Pattern">Null where nothing can be looked for.</param>
/// <param name="Language">Of the pattern.</param>
internal sealed record Mapped(IReadOnlyList<JsonObject> Observables, string? Pattern, string Language = "stix");
