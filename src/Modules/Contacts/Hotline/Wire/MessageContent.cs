using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Noroshi.Kernel;

namespace Noroshi.Contacts.Hotline;

/// <summary>What one side says in <c>hotline.message</c>.</summary>
internal sealed record MessageContent
{
    internal const string Type = "hotline.message";
    private const string Moment = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    /// <summary>Of the sender's messages in this conversation, from 1: with the sender's state it is the number people say (JP-1).</summary>
    public required long Number { get; init; }

    public required MessageClass Class { get; init; }

    public required Precedence Precedence { get; init; }

    public required Tlp Marking { get; init; }

    public required string Subject { get; init; }

    public required BothLanguages Text { get; init; }

    /// <summary>A person said that the message attributes conduct to a state. Never set by the program.</summary>
    public required bool Attributes { get; init; }

    /// <summary>The sender's function, not their name.</summary>
    public required BothLanguages Function { get; init; }

    public required BothLanguages Organisation { get; init; }

    /// <summary>When it was said, whole seconds, UTC.</summary>
    public required DateTimeOffset At { get; init; }

    public IReadOnlyList<AttachedFile> Files { get; init; } = [];

    /// <summary>What is kept and proved: the canonical JSON of all but the bytes of the files, which their digests stand for.</summary>
    internal string Statement => CanonicalJson.Write(JsonSerializer.SerializeToElement(ToJson(withFiles: false)));

    /// <summary>SHA-256 of <see cref="Statement"/>; the same on both sides.</summary>
    internal string Digest => CanonicalJson.Digest(Statement);

    /// <summary>What goes over the line.</summary>
    internal JsonElement ToWire() => JsonSerializer.SerializeToElement(ToJson(withFiles: true));

    private JsonObject ToJson(bool withFiles) => new()
    {
        ["v"] = 1,
        ["number"] = Number,
        ["class"] = HotlineWords.Of(Class),
        ["precedence"] = HotlineWords.Of(Precedence),
        ["marking"] = Marking.Label(),
        ["subject"] = Subject,
        ["text"] = Pair(Text),
        ["attribution"] = Attributes,
        ["sender"] = new JsonObject { ["function"] = Pair(Function), ["organisation"] = Pair(Organisation) },
        ["at"] = At.UtcDateTime.ToString(Moment, CultureInfo.InvariantCulture),
        ["files"] = new JsonArray([.. Files.Select(file => Of(file, withFiles))]),
    };

    private static JsonObject Of(AttachedFile file, bool withContent)
    {
        var said = new JsonObject { ["name"] = file.Name, ["type"] = file.Type, ["size"] = file.Size, ["sha256"] = file.Sha256 };
        if (withContent) said["content"] = Convert.ToBase64String(file.Content.Span);
        return said;
    }

    internal static JsonObject Pair(BothLanguages text) => new() { ["ja"] = text.Ja, ["en"] = text.En };
}
