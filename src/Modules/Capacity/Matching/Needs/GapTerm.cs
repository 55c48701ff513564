using Noroshi.Capacity.Assessments;
using Noroshi.Capacity.Registry;

namespace Noroshi.Capacity.Matching;

/// <summary>How far the state is from the top of one model's scale in the nodes that speak to the topic; from 0 to 1 where nothing was assessed.</summary>
/// <remarks>
/// <c>Assessment</c>: The one the need names, or the latest that speaks to the topic; null where none does. Models are never mixed.
/// </remarks>
internal sealed record GapTerm(double Low, double High, Assessment? Assessment, IReadOnlyList<Score> Scores);
