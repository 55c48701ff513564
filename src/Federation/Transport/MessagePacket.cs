using System.Text.Json.Serialization;

namespace Noroshi.Federation;

/// <summary>A message under way.</summary>
/// <param name="Message">The signed message, sealed to the receiver (compact JWE).</param>
internal sealed record MessagePacket([property: JsonPropertyName("message")] string Message);
