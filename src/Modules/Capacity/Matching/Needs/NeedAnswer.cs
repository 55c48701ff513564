using Noroshi.Capacity.Registry;

namespace Noroshi.Capacity.Matching;

/// <summary>A need with the offers that could answer it, best first, and those that cannot with every reason.</summary>
internal sealed record NeedAnswer(Need Need, GapTerm Gap, IReadOnlyList<NeedMatch> Matches, IReadOnlyList<(Offer Offer, IReadOnlyList<HardFilter> Reasons)> Refused);
