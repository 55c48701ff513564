using Noroshi.Diplomacy.Desk.Domain;

namespace Noroshi.Diplomacy.Desk.Features;

/// <summary>A topic with how the recorded states divide over it.</summary>
/// <remarks>
/// <c>Plus</c>, <c>Minus</c>, <c>Between</c>: States by the sign of their latest evidence; between holds those near the middle or with evidence both ways.<br/>
/// <c>Agreed</c>: Points on the topic that all who took part agreed to.
/// </remarks>
internal sealed record TopicAnswer(string Id, BothTexts? Name, BothTexts? MinusPole, BothTexts? PlusPole, IReadOnlyList<string> Plus, IReadOnlyList<string> Minus, IReadOnlyList<string> Between, int Agreed, OriginAnswer Origin)
{
    internal static TopicAnswer Of(TopicStanding standing) => new(
        standing.Topic.Id, BothTexts.Of(standing.Topic.Name), BothTexts.Of(standing.Topic.Minus), BothTexts.Of(standing.Topic.Plus),
        [.. standing.Plus.Select(state => state.ToString())], [.. standing.Minus.Select(state => state.ToString())], [.. standing.Both.Select(state => state.ToString())], standing.Agreed, OriginAnswer.Of(standing.Topic.Origin));
}
