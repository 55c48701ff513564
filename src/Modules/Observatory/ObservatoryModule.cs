using System.CommandLine;
using System.Reflection;
using Noroshi.Observatory.Features;
using Noroshi.Shell;

namespace Noroshi.Observatory;

/// <summary>What attacks whom, from where, through whom.</summary>
public sealed class ObservatoryModule : NoroshiModule
{
    /// <inheritdoc/>
    public override string Name => "observatory";

    /// <inheritdoc/>
    public override Assembly? MigrationsAssembly => typeof(ObservatoryModule).Assembly;

    /// <inheritdoc/>
    public override IEnumerable<Command> Commands(CommandHost host) => [ObserveCommand.Create(host)];
}
