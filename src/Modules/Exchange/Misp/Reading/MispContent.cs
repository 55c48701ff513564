using System.Text.Json;

namespace Noroshi.Exchange.Misp;

/// <summary>What an input holds: events, or attributes that stand alone.</summary>
/// <param name="Events">Each with where it stood.</param>
/// <param name="Attributes">Each with where it stood.</param>
internal sealed record MispContent(IReadOnlyList<(JsonElement Event, string Pointer)> Events, IReadOnlyList<(JsonElement Attribute, string Pointer)> Attributes);
