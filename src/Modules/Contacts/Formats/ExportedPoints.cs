using Noroshi.Contacts.Domain;

namespace Noroshi.Contacts.Formats;

/// <summary>The points that a file is to hold.</summary>
/// <param name="Points">With their organisations, in the order of the file.</param>
/// <param name="At">When the file is made.</param>
internal sealed record ExportedPoints(IReadOnlyList<(Body Body, ContactPoint Point)> Points, DateTimeOffset At)
{
    /// <summary>True where any of it belongs to an exercise: the file says so.</summary>
    internal bool IsExercise => Points.Any(pair => pair.Point.IsExercise);

    internal const string ExerciseMark = "EXERCISE 演習";
}
