using System.Text.Json;

namespace Noroshi.Federation;

/// <summary>What a room wants a peer to know.</summary>
/// <param name="Peer">Node id of the peer.</param>
/// <param name="Type">Dotted type, for example <c>hotline.message</c>; the peer's agreement must allow it.</param>
/// <param name="Conversation">Messages of one conversation are applied in the order they were sent.</param>
/// <param name="Data">The content, a JSON object; it is signed and encrypted to the peer.</param>
/// <param name="Marking">TLP label of the content in capitals, for example <c>TLP:AMBER</c>; held against the peer's ceiling.</param>
public sealed record OutgoingMessage(string Peer, string Type, string Conversation, JsonElement Data, string Marking = "TLP:AMBER");
