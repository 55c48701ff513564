using Noroshi.Diplomacy.Votes.Domain;
using Noroshi.Diplomacy.Votes.Estimation;

namespace Noroshi.Diplomacy.Votes.Majority;

/// <summary>What can be said of one state's vote, and on what it rests.</summary>
/// <param name="State">Code.</param>
/// <param name="Chances">Over all positions the text may have.</param>
/// <param name="ByPosition">For each position of the text.</param>
/// <param name="Point">Where it stood last.</param>
/// <param name="RecentVotes">How often it chose in the newest sessions.</param>
/// <param name="SimilarVotes">How often it chose in the similar votes.</param>
/// <param name="Last">The newest similar vote in which it chose; null where there is none.</param>
internal sealed record StateOutlook(string State, Chances Chances, Chances[] ByPosition, IdealPoint Point, int RecentVotes, int SimilarVotes, (RollCall RollCall, Choice Choice)? Last);
