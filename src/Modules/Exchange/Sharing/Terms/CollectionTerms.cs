using System.Collections.Frozen;
using Noroshi.Kernel;

namespace Noroshi.Exchange.Sharing;

/// <summary>Under which terms a collection releases what is in it. The defaults release nothing.</summary>
/// <param name="Id">The collection.</param>
/// <param name="Ceiling">The closest level that may be in it.</param>
/// <param name="Members">Who may receive from it; resolved once.</param>
internal sealed record CollectionTerms(string Id, Tlp Ceiling, Audience Members)
{
    private static readonly FrozenSet<Purpose> _needToKnow = FrozenSet.Create(Purpose.Defence, Purpose.Response, Purpose.Investigation);

    /// <summary>The community that TLP:GREEN stays in; the members unless said otherwise. That everyone is a member does not make a community.</summary>
    public Audience Community { get; init; } = Members;

    /// <summary>How an object without TLP is treated; null denies it.</summary>
    public Tlp? Unmarked { get; init; }

    /// <summary>What members have undertaken to keep to; CLEAR when they undertook nothing, so that no marked limit on use can be relied on.</summary>
    public Pap Honours { get; init; } = Pap.Clear;

    /// <summary>Statements bind members, who have said that they read them. Otherwise what bears one stays.</summary>
    public bool AcceptsStatements { get; init; } = true;

    /// <summary>Two different persons must have approved each release.</summary>
    public bool FourEyes { get; init; }

    /// <summary>Purposes that are a need to know in the sense of TLP:AMBER and closer. Empty: none is.</summary>
    public FrozenSet<Purpose> NeedToKnow { get; init; } = _needToKnow;
}
