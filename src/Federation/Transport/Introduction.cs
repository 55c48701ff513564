using System.Text.Json.Serialization;

namespace Noroshi.Federation;

/// <summary>What two nodes exchange to peer: each its own description and what it says of the other.</summary>
/// <param name="Description">The sender's signed description.</param>
/// <param name="Statement">What it says of the receiver; null in the answer to a stranger.</param>
internal sealed record Introduction(
    [property: JsonPropertyName("description")] string Description,
    [property: JsonPropertyName("statement")] string? Statement);
