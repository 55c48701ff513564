using System.CommandLine;
using Noroshi.Storage;

namespace Noroshi.Shell;

/// <summary>What verbs over a data folder have in common.</summary>
public static class FolderVerb
{
    /// <summary>Gives the verb <c>--json</c> and the <see cref="FolderOptions"/>, and runs it with what was asked.</summary>
    /// <param name="verb">The verb, with its own arguments and options.</param>
    /// <param name="host">What the node lends to it.</param>
    /// <param name="run">Runs it: what was asked, over which folder, whether as JSON; the exit code.</param>
    /// <returns>The same verb.</returns>
    public static Command OverFolder(this Command verb, CommandHost host, Func<ParseResult, NodeOptions, bool, CancellationToken, Task<int>> run)
    {
        ArgumentNullException.ThrowIfNull(verb);
        var json = new Option<bool>("--json") { Description = "Write the result as one JSON object." };
        var folder = new FolderOptions();
        verb.Add(json);
        folder.AddTo(verb);
        verb.SetAction((asked, cancel) => run(asked, folder.Read(asked, host), asked.GetValue(json), cancel));
        return verb;
    }
}
