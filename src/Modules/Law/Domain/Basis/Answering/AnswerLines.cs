namespace Noroshi.Law.Domain;

/// <summary>An answer in lines, in the order in which they are read; still without words.</summary>
internal sealed record AnswerLines
{
    /// <summary>Rights to ask or to act, the most exact first.</summary>
    public required IReadOnlyList<Line> Bases { get; init; }

    /// <summary>Conditions, contents, duties, safeguards and limits that go with the bases.</summary>
    public required IReadOnlyList<Line> Conditions { get; init; }

    public required IReadOnlyList<Line> Refusals { get; init; }

    public required IReadOnlyList<Line> Channels { get; init; }

    public required IReadOnlyList<Line> Deadlines { get; init; }

    public required IReadOnlyList<Line> UseLimits { get; init; }

    /// <summary>Why every other instrument, and every other right of these, gives no basis.</summary>
    public required IReadOnlyList<WhyNot> WhyNot { get; init; }

    /// <summary>Further rules of the instruments that give a basis, which do not speak in this case, and why.</summary>
    public required IReadOnlyList<WhyNot> Silent { get; init; }

    public required IReadOnlyList<CoverageNote> Coverage { get; init; }

    /// <summary>Instruments whose participants were not checked up to the day, with the day of the last check where one is recorded.</summary>
    public required IReadOnlyList<(Instrument Instrument, DateOnly? Until)> NotVerified { get; init; }

    /// <summary>Every line that rests on a rule not read in the official text.</summary>
    public IEnumerable<Line> Unverified => Bases.Concat(Conditions).Concat(Refusals).Concat(Channels).Concat(Deadlines).Concat(UseLimits)
        .Where(line => line.Status != LineStatus.Excluded && !line.Rule.Rule.Verified);
}
