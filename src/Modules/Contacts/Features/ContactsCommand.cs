using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using Noroshi.Shell;
using Noroshi.Storage;

namespace Noroshi.Contacts.Features;

/// <summary>The parent of the directory's verbs, one line a verb, and what they share.</summary>
internal static class ContactsCommand
{
    internal static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    internal static Command Create(CommandHost host) => new("contacts", "Who to call now in another state, and whether they answer.")
    {
        WhoVerb.Create(host),
        PingVerb.Create(host),
        ImportVerb.Create(host),
        ExportVerb.Create(host),
        ChecksVerb.Create(host),
        AnswerVerb.Create(host),
        ShareVerb.Create(host),
    };

    /// <summary>The folder of a verb whose <c>--state</c> means another state than the node's own.</summary>
    internal static NodeOptions Folder(FolderOptions folder, ParseResult asked, CommandHost host) => new()
    {
        DataDirectory = Path.GetFullPath(asked.GetRequiredValue(folder.Data)),
        Database = asked.GetValue(folder.Database) is { Length: > 0 } database ? database : null,
        State = (Environment.GetEnvironmentVariable("NOROSHI_STATE") ?? "JP").ToUpperInvariant(),
        ReferenceData = host.ReferenceData,
    };

    /// <summary><c>--json</c>.</summary>
    internal static Option<bool> JsonOption() => new("--json") { Description = "Write the result as one JSON object." };
}
