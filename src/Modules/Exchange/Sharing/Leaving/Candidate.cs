using System.Text.Json;

namespace Noroshi.Exchange.Sharing;

/// <summary>An object that would leave, with what is known of it.</summary>
internal readonly record struct Candidate(JsonElement Object, Handling Handling);
