namespace Noroshi.Diplomacy.Desk.Domain;

/// <summary>Who entered a line on this node and when.</summary>
/// <param name="Owner">Id of the organisation.</param>
/// <param name="Version">From 1; a correction is a further version.</param>
/// <param name="ByName">The name as it was shown on that day.</param>
internal sealed record Stamp(string Owner, long Version, DateTimeOffset At, string ByName, bool IsExercise);
