using Noroshi.Law.Domain;

namespace Noroshi.Law.Store;

/// <summary>A row of <c>law_norm_evidence</c> with its withdrawal beside it.</summary>
internal sealed class EvidenceRow
{
    internal const string Select =
        """
        SELECT e.norm, e.number, e.owner, e.day, e.statement, e.words, e.source, e.kind, e.reference, e.is_exercise, e.recorded_at, e.recorded_by, e.recorded_name,
               w.reason AS withdrawn_reason, w.withdrawn_at, w.withdrawn_name
        FROM law_norm_evidence e LEFT JOIN law_norm_withdrawal w ON w.norm = e.norm AND w.number = e.number
        """;

    public string Norm { get; init; } = "";

    public long Number { get; init; }

    public string Owner { get; init; } = "";

    public DateOnly Day { get; init; }

    public string Statement { get; init; } = "";

    public string Words { get; init; } = "";

    public string Source { get; init; } = "";

    public string Kind { get; init; } = "";

    public string Reference { get; init; } = "";

    public bool IsExercise { get; init; }

    public DateTimeOffset RecordedAt { get; init; }

    public string RecordedBy { get; init; } = "";

    public string RecordedName { get; init; } = "";

    public string? WithdrawnReason { get; init; }

    public DateTimeOffset? WithdrawnAt { get; init; }

    public string? WithdrawnName { get; init; }

    internal Evidence ToEvidence() => new()
    {
        Norm = Norm,
        Number = Number,
        Owner = Owner,
        Day = Day,
        Statement = Statement,
        Words = Words,
        Source = Source,
        Kind = Enum.Parse<EvidenceKind>(Kind),
        Reference = Reference,
        IsExercise = IsExercise,
        RecordedAt = RecordedAt,
        RecordedBy = RecordedBy,
        RecordedName = RecordedName,
        Withdrawal = WithdrawnAt is { } at ? new Withdrawal(WithdrawnReason!, at, WithdrawnName!) : null,
    };
}
