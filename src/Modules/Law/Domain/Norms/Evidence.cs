namespace Noroshi.Law.Domain;

/// <summary>A piece of evidence for a norm, as it was given. It is never changed; it may be withdrawn.</summary>
internal sealed record Evidence
{
    /// <summary>Letter of the norm and number, as it is cited: <c>c-3</c>.</summary>
    public string Id => FormattableString.Invariant($"{Norm}-{Number}");

    public string Norm { get; init; } = "";

    /// <summary>From 1 within the norm, whoever gave it.</summary>
    public long Number { get; init; }

    /// <summary>Id of the organisation that gave it.</summary>
    public string Owner { get; init; } = "";

    /// <summary>The day of what it shows.</summary>
    public DateOnly Day { get; init; }

    public string Statement { get; init; } = "";

    /// <summary>In whose words the statement is.</summary>
    public string Words { get; init; } = "";

    public string Source { get; init; } = "";

    public EvidenceKind Kind { get; init; }

    /// <summary>Number, title or address of the thing of this kind; empty for none.</summary>
    public string Reference { get; init; } = "";

    /// <summary>True where it was invented for an exercise.</summary>
    public bool IsExercise { get; init; }

    public DateTimeOffset RecordedAt { get; init; }

    public string RecordedBy { get; init; } = "";

    /// <summary>The name as it was shown on that day.</summary>
    public string RecordedName { get; init; } = "";

    /// <summary>Null while it stands.</summary>
    public Withdrawal? Withdrawal { get; init; }
}
