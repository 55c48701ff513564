using Noroshi.Kernel;

namespace Noroshi.Law.Domain;

/// <summary>A reason without words: what kind, through which rule, and which answers it rests on. Pages and JSON put it into words.</summary>
/// <param name="Code">What kind of reason.</param>
/// <param name="By">The rule that brings it about; null for none.</param>
internal sealed record Cause(ReasonCode Code, CompiledRule? By = null)
{
    /// <summary>Questions whose answers made it so; found when somebody reads them.</summary>
    public IEnumerable<(Atom Atom, Truth Truth)> Because { get; init; } = [];

    /// <summary>How the two sides stand, where one is not bound.</summary>
    public IReadOnlyList<StateStatus> Sides { get; init; } = [];

    /// <summary>The instrument it is about, where it is one of the register.</summary>
    public Instrument? Instrument { get; init; }
}
