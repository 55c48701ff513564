using System.Globalization;
using System.Text.Json;
using Noroshi.Kernel;

namespace Noroshi.Contacts.Hotline;

/// <summary>Reads what a peer sent, strictly: every field known, of its type, within its length.</summary>
internal static class WireReader
{
    private static readonly string[] _message = ["v", "number", "class", "precedence", "marking", "subject", "text", "attribution", "sender", "at", "files"];
    private static readonly string[] _file = ["name", "type", "size", "sha256", "content"];
    private static readonly string[] _receipt = ["v", "message", "digest", "kind", "at", "by"];
    private static readonly string[] _by = ["function", "organisation"];
    private static readonly string[] _pair = ["ja", "en"];

    /// <exception cref="WrongContentException">The content is not a message.</exception>
    internal static MessageContent Message(JsonElement data)
    {
        Only(data, _message, "message");
        Version(data);
        var (function, organisation) = Who(data.GetProperty("sender"), "sender");
        var content = new MessageContent
        {
            Number = Whole(data, "number", 1, 1_000_000),
            Class = HotlineWords.Class(Text(data, "class", 40)) ?? throw Unknown("class"),
            Precedence = HotlineWords.PrecedenceOf(Text(data, "precedence", 40)) ?? throw Unknown("precedence"),
            Marking = Text(data, "marking", 20) is { } label && label.StartsWith("TLP:", StringComparison.Ordinal) && TlpLabel.TryParse(label, out var marking) ? marking : throw Unknown("marking"),
            Subject = Text(data, "subject", HotlineLimits.LongestSubject),
            Text = Pair(data.GetProperty("text"), "text", HotlineLimits.LongestText, lines: true),
            Attributes = Truth(data, "attribution"),
            Function = function,
            Organisation = organisation,
            At = Moment(data, "at"),
            Files = Files(data.GetProperty("files")),
        };
        return content;
    }

    /// <exception cref="WrongContentException">The content is not a receipt.</exception>
    internal static ReceiptContent Receipt(JsonElement data)
    {
        Only(data, _receipt, "receipt");
        Version(data);
        var (function, organisation) = Who(data.GetProperty("by"), "by");
        return new ReceiptContent(
            Text(data, "message", 100), Text(data, "digest", 64), HotlineWords.Receipt(Text(data, "kind", 40)) ?? throw Unknown("kind"), Moment(data, "at"), function, organisation);
    }

    /// <summary>The line test that an answer answers.</summary>
    /// <exception cref="WrongContentException">It names none.</exception>
    internal static string Test(JsonElement data)
    {
        Only(data, ["v", "test"], "test");
        Version(data);
        return Text(data, "test", 64);
    }

    private static List<AttachedFile> Files(JsonElement all)
    {
        if (all.ValueKind != JsonValueKind.Array) throw Malformed("files");
        if (all.GetArrayLength() > HotlineLimits.MostFiles) throw new WrongContentException("files", WrongContentException.TooMany, $"There are {all.GetArrayLength()} files; at most {HotlineLimits.MostFiles} go with a message.");
        var files = new List<AttachedFile>();
        foreach (var one in all.EnumerateArray())
        {
            Only(one, _file, "files");
            var content = one.GetProperty("content");
            if (content.ValueKind != JsonValueKind.String || !content.TryGetBytesFromBase64(out var bytes)) throw Malformed("files");
            files.Add(AttachedFile.Received(Text(one, "name", HotlineLimits.LongestFileName), Text(one, "type", 150), Whole(one, "size", 0, HotlineLimits.MostFileBytes), Text(one, "sha256", 64), bytes));
        }

        AttachedFile.CheckAll(files);
        return files;
    }

    private static (BothLanguages Function, BothLanguages Organisation) Who(JsonElement who, string field)
    {
        Only(who, _by, field);
        return (Pair(who.GetProperty("function"), field, HotlineLimits.LongestName), Pair(who.GetProperty("organisation"), field, HotlineLimits.LongestName));
    }

    private static BothLanguages Pair(JsonElement pair, string field, int longest, bool lines = false)
    {
        Only(pair, _pair, field);
        var text = new BothLanguages(Text(pair, "ja", longest, lines, optional: true), Text(pair, "en", longest, lines, optional: true));
        return text.IsEmpty ? throw new WrongContentException(field, WrongContentException.Missing, $"'{field}' is missing in both languages.") : text;
    }

    internal static void Only(JsonElement data, string[] names, string field)
    {
        if (data.ValueKind != JsonValueKind.Object) throw Malformed(field);
        var given = data.EnumerateObject().Select(property => property.Name).ToList();
        if (given.Count != names.Length || names.Except(given, StringComparer.Ordinal).Any()) throw new WrongContentException(field, WrongContentException.Malformed, $"'{field}' must hold exactly: {string.Join(", ", names)}.");
    }

    internal static void Version(JsonElement data) => Whole(data, "v", 1, 1);

    internal static string Text(JsonElement data, string name, int longest, bool lines = false, bool optional = false)
    {
        var value = data.GetProperty(name);
        if (value.ValueKind != JsonValueKind.String) throw Malformed(name);
        // What was signed stands as it was sent: a text that we would have to mend first is refused.
        var sent = value.GetString()!;
        return PlainWords.Read(sent, name, longest, lines, optional) is var plain && plain == sent ? sent : throw Malformed(name);
    }

    internal static long Whole(JsonElement data, string name, long least, long most) =>
        data.GetProperty(name) is { ValueKind: JsonValueKind.Number } value && value.TryGetInt64(out var number) && number >= least && number <= most ? number : throw Malformed(name);

    internal static bool Truth(JsonElement data, string name) => data.GetProperty(name).ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => throw Malformed(name),
    };

    private static DateTimeOffset Moment(JsonElement data, string name) =>
        DateTimeOffset.TryParseExact(Text(data, name, 20), "yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var at) ? at : throw Malformed(name);

    internal static WrongContentException Malformed(string field) => new(field, WrongContentException.Malformed, $"'{field}' is malformed.");

    private static WrongContentException Unknown(string field) => new(field, WrongContentException.Unknown, $"'{field}' is none that the hotline knows.");
}
