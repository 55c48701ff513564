namespace Noroshi.Diplomacy.Votes.Majority;

/// <summary>How votes that were kept back were told from all others, beside two habits that need no model.</summary>
/// <param name="Votes">Votes kept back that all three could tell.</param>
/// <param name="Right">Share told right by the ideal point, the roll call's item, and the state's own record on the text.</param>
/// <param name="RightByPoint">Share told right by ideal point and item alone.</param>
/// <param name="RightByMajority">Share told right as what most others chose in that roll call.</param>
/// <param name="RightByLast">Share told right as what the state last chose on the text, or else last chose at all.</param>
/// <param name="Brier">Mean of the sum over the choices of (probability − outcome)².</param>
/// <param name="BrierByMajority">The same for the shares of the roll call's other votes.</param>
internal sealed record HeldOutRecord(int Votes, double Right, double RightByPoint, double RightByMajority, double RightByLast, double Brier, double BrierByMajority);
