using System.Text.Json;
using System.Text.Json.Nodes;
using Noroshi.Contacts.Ui.Hotline;
using Noroshi.Contracts;
using Noroshi.Kernel;
using Noroshi.Shell.Audit;
using Noroshi.Storage;

namespace Noroshi.Contacts.Hotline;

/// <summary>Everything that was said in a conversation, with the proofs of both sides, signed by this node.</summary>
internal sealed class MakeTranscript(TranscriptKey key, NodeOptions options, RecordStore store, TimeProvider clock)
{
    /// <summary>The transcript as JSON: readable, and signed over its canonical form.</summary>
    internal JsonObject Signed(ConversationView view)
    {
        var transcript = Of(view);
        var canonical = CanonicalJson.Write(JsonSerializer.SerializeToElement(transcript));
        return new JsonObject
        {
            ["transcript"] = transcript,
            ["signature"] = new JsonObject
            {
                ["canonical"] = "RFC 8785",
                ["sha256"] = CanonicalJson.Digest(canonical),
                ["jws"] = key.Sign(canonical),
                ["key"] = new JsonObject { ["kty"] = "EC", ["crv"] = "P-256", ["kid"] = key.Id, ["x"] = key.Public.X, ["y"] = key.Public.Y },
            },
        };
    }

    /// <summary>Records that the conversation was taken out, as what, and by whom.</summary>
    internal Task RecordAsync(Actor by, ConversationView view, string format, CancellationToken cancel) => store.TransactAsync(
        transaction => ActTrail.RecordAsync(
            transaction,
            new AuditEvent(clock.GetUtcNow(), "hotline.exported", by.Id, by.Organisation, "hotline:" + view.Conversation.Id, true, new Dictionary<string, string>
            {
                ["format"] = format,
                ["digest"] = CanonicalJson.Digest(string.Join('\n', view.Messages.Select(one => one.Message.Digest))),
            }),
            cancel),
        cancel);

    /// <summary>The strictest marking of all messages: it binds the whole transcript.</summary>
    internal static Tlp Marking(ConversationView view) => view.Messages.Select(one => one.Message.Tlp).DefaultIfEmpty(Tlp.Clear).Max();

    private JsonObject Of(ConversationView view) => new()
    {
        ["v"] = 1,
        ["kind"] = "hotline-transcript",
        ["exercise"] = options.Exercise,
        ["marking"] = Marking(view).Label(),
        ["node"] = options.State,
        ["peer"] = new JsonObject { ["id"] = view.Conversation.Peer, ["state"] = view.Conversation.State },
        ["conversation"] = view.Conversation.Id,
        ["subject"] = view.Conversation.Subject,
        ["openedAt"] = HotlineLabels.Iso(view.Conversation.OpenedAt),
        ["closedAt"] = view.Conversation.ClosedAt is { } closed ? HotlineLabels.Iso(closed) : null,
        ["madeAt"] = HotlineLabels.Iso(clock.GetUtcNow()),
        ["missing"] = new JsonArray([.. view.Missing.Select(label => JsonValue.Create(label))]),
        ["messages"] = new JsonArray([.. view.Messages.Select(Of)]),
    };

    private JsonObject Of(MessageView view)
    {
        var message = view.Message;
        return new JsonObject
        {
            ["id"] = message.Id,
            ["said"] = message.Outgoing ? "here" : "there",
            ["recordedAt"] = HotlineLabels.Iso(message.RecordedAt),
            ["digest"] = message.Digest,
            ["statement"] = JsonNode.Parse(message.Statement),
            ["proof"] = message.Proof,
            ["delivery"] = view.Delivery is { } delivery ? new JsonObject { ["state"] = delivery.State.ToString().ToLowerInvariant(), ["at"] = delivery.SettledAt is { } at ? HotlineLabels.Iso(at) : null } : null,
            ["receipts"] = new JsonArray([.. view.Receipts.Select(receipt => new JsonObject
            {
                ["kind"] = receipt.Kind,
                ["given"] = receipt.Outgoing ? "here" : "there",
                ["at"] = HotlineLabels.Iso(receipt.At),
                ["function"] = MessageContent.Pair(receipt.Function),
                ["organisation"] = MessageContent.Pair(receipt.Organisation),
                ["proof"] = receipt.Proof,
            })]),
            ["escalations"] = new JsonArray([.. view.Escalations.Select(step => new JsonObject { ["step"] = step.Position, ["at"] = HotlineLabels.Iso(step.At), ["organisation"] = step.Organisation, ["role"] = step.Role })]),
        };
    }
}
