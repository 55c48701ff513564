using System.Text.Json.Nodes;

namespace Noroshi.Exchange.Misp;

/// <summary>An event, or a part of one, as objects of STIX.</summary>
/// <param name="Server">Where it came from.</param>
/// <param name="EventUuid">Which event.</param>
/// <param name="Part">From 1.</param>
/// <param name="IsLast">The event is complete with this part, which holds its container.</param>
/// <param name="Bundle">The objects.</param>
/// <param name="Losses">What could not be carried.</param>
/// <param name="Cursor">How far the pull has come once this is kept.</param>
internal sealed record MispDelivery(Uri Server, string EventUuid, int Part, bool IsLast, JsonObject Bundle, LossList Losses, MispCursor Cursor);
