using System.Text.Json.Serialization;

namespace Noroshi.Federation;

/// <summary>What a node answers to a message.</summary>
/// <param name="Receipt">The signed receipt; null where the message was not taken.</param>
/// <param name="Problem">Why it was not taken, as a word that programs know; see <see cref="DoorProblem"/>.</param>
/// <param name="Detail">The same for people.</param>
/// <param name="Expected">The place in the conversation that comes next, where that is the problem.</param>
internal sealed record DoorAnswer(
    [property: JsonPropertyName("receipt"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Receipt,
    [property: JsonPropertyName("problem"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Problem = null,
    [property: JsonPropertyName("detail"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Detail = null,
    [property: JsonPropertyName("expected"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] long? Expected = null);
