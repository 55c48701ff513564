namespace Noroshi.Observatory.Exercise;

/// <summary>A sensor of the exercise.</summary>
internal sealed record ExerciseSensor(string Name, string English, string Japanese)
{
    /// <summary>A telescope over 198.18.0.0/16.</summary>
    public static ExerciseSensor Telescope { get; } = new("telescope-1", "Telescope (EXERCISE)", "観測網(演習)");

    /// <summary>An intrusion detection system before ministries and companies.</summary>
    public static ExerciseSensor Detection { get; } = new("ids-1", "Intrusion detection (EXERCISE)", "侵入検知(演習)");

    /// <summary>Flow monitors of critical-infrastructure operators.</summary>
    public static ExerciseSensor Flows { get; } = new("flows-1", "Flow monitor of operators (EXERCISE)", "重要インフラ事業者の通信記録(演習)");

    /// <summary>All of them.</summary>
    public static IReadOnlyList<ExerciseSensor> All { get; } = [Telescope, Detection, Flows];
}
