namespace Noroshi.Shell;

/// <summary>What staging an exercise did.</summary>
/// <param name="Added">Records that are new on the node.</param>
/// <param name="Here">Records that were there already.</param>
/// <param name="Rejected">Records that were refused, as the exercise means them to be.</param>
public sealed record ExerciseOutcome(long Added, long Here, long Rejected)
{
    public static ExerciseOutcome operator +(ExerciseOutcome left, ExerciseOutcome right) => left.Add(right);

    /// <summary>Both together.</summary>
    public ExerciseOutcome Add(ExerciseOutcome other) => new(Added + other.Added, Here + other.Here, Rejected + other.Rejected);
}
