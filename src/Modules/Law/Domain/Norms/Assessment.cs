namespace Noroshi.Law.Domain;

/// <summary>One judgement of an organisation on a norm. A later judgement is a further one; none is changed.</summary>
internal sealed record Assessment
{
    public string Norm { get; init; } = "";

    /// <summary>Id of the organisation that judges.</summary>
    public string Owner { get; init; } = "";

    /// <summary>From 1 within norm and organisation.</summary>
    public long Number { get; init; }

    public NormLevel Level { get; init; }

    /// <summary>The day for which it holds.</summary>
    public DateOnly AsOf { get; init; }

    public string Reason { get; init; } = "";

    /// <summary>The office whose judgement it is.</summary>
    public string SaidBy { get; init; } = "";

    /// <summary>True where it was invented for an exercise.</summary>
    public bool IsExercise { get; init; }

    public DateTimeOffset RecordedAt { get; init; }

    public string RecordedBy { get; init; } = "";

    /// <summary>The name as it was shown on that day.</summary>
    public string RecordedName { get; init; } = "";
}
