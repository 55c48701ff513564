using Noroshi.Shell;

namespace Noroshi.Observatory;

/// <summary>What attacks whom, from where, through whom.</summary>
public sealed class ObservatoryModule : NoroshiModule
{
    /// <inheritdoc/>
    public override string Name => "observatory";
}
