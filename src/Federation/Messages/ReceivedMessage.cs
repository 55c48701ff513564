using System.Text.Json;

namespace Noroshi.Federation;

/// <summary>A message of a peer whose signature, order and type were checked; applied exactly once.</summary>
/// <param name="Id">The sender's message id, unique for ever.</param>
/// <param name="Peer">Node id of the sender.</param>
/// <param name="State">The sender's state, two letters.</param>
/// <param name="Type">Dotted type.</param>
/// <param name="Conversation">The conversation it belongs to.</param>
/// <param name="Sequence">Place in the conversation, from 1.</param>
/// <param name="SentAt">When the sender says it was written, UTC.</param>
/// <param name="Data">The content.</param>
/// <param name="Proof">The message as signed by the sender (compact JWS): what proves it later.</param>
public sealed record ReceivedMessage(
    string Id, string Peer, string State, string Type, string Conversation, long Sequence, DateTimeOffset SentAt, JsonElement Data, string Proof);
