using Noroshi.Capacity.Registry;

namespace Noroshi.Capacity.Matching;

/// <summary>An offer that could answer a need: gap × relevance × capacity − overlap, each with what it rests on.</summary>
/// <remarks>
/// <c>IsSameTopic</c>: False where only the area is the same.<br/>
/// <c>TextLikeness</c>: How alike the two texts are, from 0 to 1.<br/>
/// <c>Taken</c>: Running projects that use the offer.<br/>
/// <c>Running</c>: Running projects of the state in this topic: each makes a further one less useful.
/// </remarks>
internal sealed record NeedMatch(Need Need, Offer Offer, GapTerm Gap, bool IsSameTopic, double TextLikeness, IReadOnlyList<Project> Taken, IReadOnlyList<Project> Running)
{
    private const double SameTopic = 0.7, SameArea = 0.3, TextPart = 0.3, OverlapStep = 0.15, MostOverlap = 0.6;

    internal double Relevance => (IsSameTopic ? SameTopic : SameArea) + (TextPart * TextLikeness);

    internal double Capacity => (double)(Offer.Places - Taken.Count) / Offer.Places;

    internal double Overlap => Math.Min(MostOverlap, OverlapStep * Running.Count);

    /// <summary>With the smallest gap that is possible.</summary>
    internal double Low => (Gap.Low * Relevance * Capacity) - Overlap;

    /// <summary>With the largest.</summary>
    internal double High => (Gap.High * Relevance * Capacity) - Overlap;
}
