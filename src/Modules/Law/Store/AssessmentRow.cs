using Noroshi.Law.Domain;

namespace Noroshi.Law.Store;

/// <summary>A row of <c>law_norm_assessment</c>.</summary>
internal sealed class AssessmentRow
{
    internal const string Select = "SELECT norm, owner, number, level, as_of, reason, said_by, is_exercise, recorded_at, recorded_by, recorded_name FROM law_norm_assessment";

    public string Norm { get; init; } = "";

    public string Owner { get; init; } = "";

    public long Number { get; init; }

    public string Level { get; init; } = "";

    public DateOnly AsOf { get; init; }

    public string Reason { get; init; } = "";

    public string SaidBy { get; init; } = "";

    public bool IsExercise { get; init; }

    public DateTimeOffset RecordedAt { get; init; }

    public string RecordedBy { get; init; } = "";

    public string RecordedName { get; init; } = "";

    internal Assessment ToAssessment() => new()
    {
        Norm = Norm,
        Owner = Owner,
        Number = Number,
        Level = Enum.Parse<NormLevel>(Level),
        AsOf = AsOf,
        Reason = Reason,
        SaidBy = SaidBy,
        IsExercise = IsExercise,
        RecordedAt = RecordedAt,
        RecordedBy = RecordedBy,
        RecordedName = RecordedName,
    };
}
