using System.CommandLine;
using System.Reflection;
using Noroshi.Capacity.Iati;
using Noroshi.Capacity.Iati.Ui;
using Noroshi.Shell;

namespace Noroshi.Capacity;

/// <summary>Assessments, needs, projects and their results, in the standard the donors use.</summary>
public sealed class CapacityModule : NoroshiModule
{
    /// <inheritdoc/>
    public override string Name => "capacity";

    /// <inheritdoc/>
    public override Assembly? MigrationsAssembly => typeof(CapacityModule).Assembly;

    /// <inheritdoc/>
    public override Type? ActNames => typeof(ActNames);

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, ControlVerb> ControlVerbs => IatiCommands.Controlled;

    /// <inheritdoc/>
    public override IEnumerable<Command> Commands(CommandHost host) => [IatiCommands.Parent(host)];
}
