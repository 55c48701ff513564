using Noroshi.Kernel;

namespace Noroshi.Exchange.Sharing;

/// <summary>What a marking-definition asks, once read.</summary>
/// <param name="Id">The identifier of the definition.</param>
/// <param name="Kind">Which of the following counts.</param>
/// <param name="Tlp">The level of a TLP marking.</param>
/// <param name="Pap">The level of a PAP marking.</param>
/// <param name="Statement">The words of a statement.</param>
internal sealed record Marking(string Id, MarkingKind Kind, Tlp Tlp = Tlp.Clear, Pap Pap = Pap.Clear, string? Statement = null)
{
    /// <summary>A marking that nothing here understands.</summary>
    public static Marking Unknown(string id) => new(id, MarkingKind.Unknown);
}
