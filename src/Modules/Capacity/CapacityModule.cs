using System.CommandLine;
using Noroshi.Capacity.Iati;
using Noroshi.Shell;

namespace Noroshi.Capacity;

/// <summary>Assessments, needs, projects and their results, in the standard the donors use.</summary>
public sealed class CapacityModule : NoroshiModule
{
    /// <inheritdoc/>
    public override string Name => "capacity";

    /// <inheritdoc/>
    public override IEnumerable<Command> Commands(CommandHost host) => [IatiCommands.Parent(host)];
}
