namespace Noroshi.Shell.Entries;

/// <summary>Who entered a line on this node and when.</summary>
/// <param name="Entry">Id of the entry: <c>E-12</c>.</param>
/// <param name="Owner">Id of the organisation.</param>
/// <param name="Version">From 1; a correction is a further version.</param>
/// <param name="At">When this version was entered.</param>
/// <param name="ByName">The name as it was shown on that day.</param>
/// <param name="IsExercise">True where it was invented for an exercise.</param>
public sealed record Stamp(string Entry, string Owner, long Version, DateTimeOffset At, string ByName, bool IsExercise);
