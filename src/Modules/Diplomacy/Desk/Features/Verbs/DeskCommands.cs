using System.CommandLine;
using System.Text.Json;
using Noroshi.Shell;

namespace Noroshi.Diplomacy.Desk.Features;

/// <summary>What the verbs of the desk share: the folder, and options whose <c>--state</c> means another state than the node's own.</summary>
internal static class DeskCommands
{
    internal static IEnumerable<Command> All(CommandHost host) => [MeetingsCommand.Create(host), CommitmentsCommand.Create(host)];

    internal static Option<bool> JsonOption() => new("--json") { Description = "Write the result as one JSON object." };

    internal static Option<string?> SearchOption() => new("--search") { Description = "Words in either language.", HelpName = "WORDS" };

    internal static Option<string?> StateOption(string description) => new("--state") { Description = description, HelpName = "CODE" };

    internal static Task WriteAsync(CommandHost host, bool json, object answer, Func<string> text, CancellationToken cancel) =>
        host.Out.WriteLineAsync((json ? JsonSerializer.Serialize(answer, answer.GetType(), ReadableJson.Options) : text()).AsMemory(), cancel);
}
