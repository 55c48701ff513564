using System.CommandLine;
using Noroshi.Shell;

namespace Noroshi.Contacts.Features;

/// <summary>The parent of the directory's verbs, one line a verb, and what they share.</summary>
internal static class ContactsCommand
{
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

    /// <summary><c>--json</c>.</summary>
    internal static Option<bool> JsonOption() => new("--json") { Description = "Write the result as one JSON object." };
}
