using Noroshi.Kernel;

namespace Noroshi.Law.Domain;

/// <summary>A rule that speaks, or may: a basis, condition, refusal, channel, deadline or limit of use.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Instrument">The instrument it belongs to; of a family the agreement between the two.</param>
/// <param name="Status">Whether it speaks.</param>
internal sealed record Line(CompiledRule Rule, string Instrument, LineStatus Status)
{
    /// <summary>Why it is excluded, or what its being possible depends on; null where it simply applies.</summary>
    public Cause? Why { get; init; }

    /// <summary>How far the line may be relied on: the least certain of the rule and, for a basis, of what binds the two.</summary>
    public required Confidence Confidence { get; init; }

    /// <summary>Bodies that a channel leads to, of both sides.</summary>
    public IReadOnlyList<Authority> Authorities { get; init; } = [];

    /// <summary>Reservation or declaration that a hook rests on.</summary>
    public Reservation? Text { get; init; }

    /// <summary>True for a way other than the measure itself: mutual assistance in place of a direct order.</summary>
    public bool General { get; init; }
}
