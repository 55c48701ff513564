using Noroshi.WeakLinks.Domain;

namespace Noroshi.WeakLinks.Features;

/// <summary>A model as it was read, and how it is asked.</summary>
internal sealed record ModelRequest(LinkModel Model, string Viewpoint, SusceptibilityScenario Declared, long Worlds, ulong Seed, int Threads)
{
    internal ReachQuestion Question { get; } = Model.Ask(Viewpoint, Declared);

    /// <summary>True where a recorded figure was used that was invented for an exercise.</summary>
    internal bool Exercise { get; init; }
}
