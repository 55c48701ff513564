using System.Text.Json.Nodes;
using static Noroshi.Exchange.Misp.Observable;

namespace Noroshi.Exchange.Misp;

/// <summary>What attributes about mail are in STIX: a message of which one thing is known.</summary>
internal static class MailMapping
{
    public static Mapped? Of(string type, string value, string seed) => type switch
    {
        "email-src" => Addressed("from_ref", value, seed, one => one),
        "email-dst" => Addressed("to_refs", value, seed, one => new JsonArray(one)),
        "email-subject" => Message(seed, "subject", value, value, "subject"),
        "email-body" => Message(seed, "body", value, value, "body"),
        "email-message-id" => Message(seed, "message_id", value, value, "message_id"),
        "email-header" => Message(seed, "received_lines", new JsonArray(value), value, "received_lines[*]"),
        "email-reply-to" => Message(seed, "additional_header_fields", Header("Reply-To", value), value, "additional_header_fields.'Reply-To'[*]"),
        "email-x-mailer" => Message(seed, "additional_header_fields", Header("X-Mailer", value), value, "additional_header_fields.'X-Mailer'[*]"),
        "email-attachment" => Attached(value, seed),
        _ => null,
    };

    // Header fields may stand several times, so STIX 2.1 keeps lists of them.
    private static JsonObject Header(string name, string value) => new() { [name] = new JsonArray(value) };

    private static Mapped Message(string seed, string property, JsonNode held, string value, string path) =>
        new([Observable.Of("email-message", seed, ("is_multipart", false), (property, held))], $"[email-message:{path} = {Quoted(value)}]");

    private static Mapped Addressed(string property, string value, string seed, Func<JsonNode, JsonNode> hold)
    {
        var address = Observable.Of("email-addr", seed, ("value", value));
        var message = Observable.Of("email-message", seed, ("is_multipart", false), (property, hold(Id(address))));
        return new Mapped([address, message], $"[email-message:{property}{(property == "to_refs" ? "[*]" : "")}.value = {Quoted(value)}]");
    }

    private static Mapped Attached(string value, string seed)
    {
        var file = Observable.Of("file", seed, ("name", value));
        var part = new JsonObject { ["body_raw_ref"] = Id(file), ["content_disposition"] = $"attachment; filename=\"{value.Replace("\"", "\\\"", StringComparison.Ordinal)}\"" };
        return new Mapped([file, Observable.Of("email-message", seed, ("is_multipart", true), ("body_multipart", new JsonArray(part)))], $"[email-message:body_multipart[*].body_raw_ref.name = {Quoted(value)}]");
    }
}
