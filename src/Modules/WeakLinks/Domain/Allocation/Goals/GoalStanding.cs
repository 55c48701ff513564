namespace Noroshi.WeakLinks.Domain;

/// <summary>One goal: its weight from 0 to 1, the best that any choice could reach of it alone, and what the proposal reaches.</summary>
/// <remarks>Best and reached are in million USD per year (security, stability), million USD (economy) or shares of pivotality (majority).</remarks>
internal sealed record GoalStanding(Goal Goal, double Weight, double Best, double Reached);
