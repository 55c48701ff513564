using Noroshi.Kernel;

namespace Noroshi.Diplomacy.Desk.Domain;

/// <summary>How the recorded states divide over a topic: where a text could win agreement.</summary>
/// <remarks>
/// <c>Plus</c>: States whose latest evidence lies on the plus side.<br/>
/// <c>Both</c>: States between the sides, or with evidence both ways.<br/>
/// <c>Agreed</c>: Points on the topic that all took part in agreeing.
/// </remarks>
internal sealed record TopicStanding(Topic Topic, IReadOnlyList<CountryCode> Plus, IReadOnlyList<CountryCode> Minus, IReadOnlyList<CountryCode> Both, int Agreed)
{
    internal int Known => Plus.Count + Minus.Count + Both.Count;

    internal static TopicStanding Of(Topic topic, Positions positions, IEnumerable<OutcomePoint> outcomes)
    {
        var on = positions.On(topic.Id).OrderBy(position => position.State.ToString(), StringComparer.Ordinal).ToLookup(position => position.Side ?? 0, position => position.State);
        return new TopicStanding(topic, [.. on[1]], [.. on[-1]], [.. on[0]], outcomes.Count(point => point.Topic == topic.Id && point.Consensus == Consensus.Yes));
    }
}
