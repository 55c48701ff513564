using Noroshi.Contracts;

namespace Noroshi.Observatory.Exercise;

/// <summary>A sensor of the exercise: its name, what it is, and which kind of organisation owns it.</summary>
internal sealed record ExerciseSensor(string Name, string Kind, OrganisationKind Owner)
{
    /// <summary>A telescope over 198.18.0.0/16.</summary>
    public static ExerciseSensor Telescope { get; } = new("telescope-1", "telescope", OrganisationKind.Csirt);

    /// <summary>An intrusion detection system before ministries and companies.</summary>
    public static ExerciseSensor Detection { get; } = new("ids-1", "ids", OrganisationKind.Ministry);

    /// <summary>Flow monitors of critical-infrastructure operators.</summary>
    public static ExerciseSensor Flows { get; } = new("flows-1", "flow", OrganisationKind.InfrastructureOperator);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<ExerciseSensor> All { get; } = [Telescope, Detection, Flows];
}
