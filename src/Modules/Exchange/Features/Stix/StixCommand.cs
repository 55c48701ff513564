using System.CommandLine;
using Noroshi.Shell;

namespace Noroshi.Exchange.Features;

/// <summary>The parent of the verbs about STIX files, one line a verb. They need no data folder.</summary>
internal static class StixCommand
{
    internal static Command Create(CommandHost host) => new("stix", "Check STIX 2.1 files, read patterns, match them, and convert from and to MISP. Exit codes: 0 yes, 1 no, 2 misuse.")
    {
        ValidateStix.Create(host),
        ReadPattern.Create(host),
        MatchPattern.Create(host),
        ConvertStix.Create(host),
    };

    /// <summary><c>--json</c>.</summary>
    internal static Option<bool> JsonOption() => new("--json") { Description = "Write the result as one JSON object." };

    /// <summary><c>FILE…</c>.</summary>
    internal static Argument<string[]> FilesArgument(string what) => new("files") { Description = $"{what} (JSON, or gzip of it); - is standard input.", Arity = ArgumentArity.OneOrMore, HelpName = "FILE" };
}
