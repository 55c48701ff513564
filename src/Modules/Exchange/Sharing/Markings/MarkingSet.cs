using Noroshi.Kernel;

namespace Noroshi.Exchange.Sharing;

/// <summary>What several markings on one thing ask together: the closest of each kind counts.</summary>
/// <param name="Tlp">The closest TLP level; null when there is none.</param>
/// <param name="Pap">The closest PAP level; CLEAR when there is none.</param>
/// <param name="HasStatement">Words for people are among them.</param>
/// <param name="HasUnknown">One of them is not understood.</param>
internal readonly record struct MarkingSet(Tlp? Tlp, Pap Pap, bool HasStatement, bool HasUnknown)
{
    /// <summary>With one more marking; never asks less than before.</summary>
    public MarkingSet With(Marking marking) => marking.Kind switch
    {
        MarkingKind.Tlp => this with { Tlp = Tlp is { } level && level > marking.Tlp ? level : marking.Tlp },
        MarkingKind.Pap => this with { Pap = Pap > marking.Pap ? Pap : marking.Pap },
        MarkingKind.Statement => this with { HasStatement = true },
        _ => this with { HasUnknown = true },
    };
}
