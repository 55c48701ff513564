using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Noroshi.Contacts.Hotline;

/// <summary>What one side says about a message of the other, in <c>hotline.receipt</c>.</summary>
/// <param name="Message">Id of the message.</param>
/// <param name="Digest">Digest of what was received: both sides hold the same, or it shows.</param>
/// <param name="Kind">Acknowledged, read or understood.</param>
/// <param name="At">When, whole seconds, UTC.</param>
/// <param name="Function">By whom: the function, not the person.</param>
/// <param name="Organisation">For whom.</param>
internal sealed record ReceiptContent(string Message, string Digest, ReceiptKind Kind, DateTimeOffset At, BothLanguages Function, BothLanguages Organisation)
{
    internal const string Type = "hotline.receipt";
    internal const string TestType = "hotline.test";
    internal const string TestAnswerType = "hotline.test-answer";

    internal JsonElement ToWire() => JsonSerializer.SerializeToElement(new JsonObject
    {
        ["v"] = 1,
        ["message"] = Message,
        ["digest"] = Digest,
        ["kind"] = HotlineWords.Of(Kind),
        ["at"] = At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        ["by"] = new JsonObject { ["function"] = MessageContent.Pair(Function), ["organisation"] = MessageContent.Pair(Organisation) },
    });

    internal static JsonElement Test(string id) => JsonSerializer.SerializeToElement(new JsonObject { ["v"] = 1, ["test"] = id });
}
