using System.CommandLine;
using Noroshi.Shell;

namespace Noroshi.Observatory.Features;

/// <summary>The parent of the observatory's verbs: one line per verb, <c>XCommand.Create(host)</c> beside its feature.</summary>
internal static class ObserveCommand
{
    internal static Command Create(CommandHost host)
    {
        ArgumentNullException.ThrowIfNull(host);
        var observe = new Command("observe", "What attacks whom, from where, through which networks.");
        observe.Add(SummariseCommand.Create(host));
        observe.Add(GenerateExercise.Create(host));
        observe.Add(ShowGeography.Create(host));
        observe.Add(ImportCommand.Create(host));
        observe.Add(SensorCommand.Create(host));
        observe.Add(ReportCommand.Create(host));
        observe.Add(ExportCommand.Create(host));
        return observe;
    }

    /// <summary><c>--data DIR</c>, the node's data folder.</summary>
    internal static Option<string> DataOption() => new("--data")
    {
        Description = "The node's data folder.",
        HelpName = "DIR",
        DefaultValueFactory = _ => Environment.GetEnvironmentVariable("NOROSHI_DATA") ?? "noroshi-data",
    };

    /// <summary><c>--json</c>, machine-readable output on standard output.</summary>
    internal static Option<bool> JsonOption() => new("--json") { Description = "Write the result as one JSON object." };
}
