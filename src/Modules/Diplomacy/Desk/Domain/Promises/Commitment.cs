using Noroshi.Kernel;

namespace Noroshi.Diplomacy.Desk.Domain;

/// <summary>What was promised, by whom, in which document, and who owns it.</summary>
internal sealed record Commitment
{
    public required string Id { get; init; }

    /// <summary>Id of the meeting; empty where it was promised elsewhere.</summary>
    public string Meeting { get; init; } = "";

    public Wording Document { get; init; }

    public required PartialDate Date { get; init; }

    public IReadOnlyList<CountryCode> States { get; init; } = [];

    public IReadOnlyList<string> Organisations { get; init; } = [];

    /// <summary>Group of states that promised where they are not listed, as in the data: <c>un-members</c>; empty for none.</summary>
    public string Group { get; init; } = "";

    public required Wording Text { get; init; }

    /// <summary>The office that owns it, never a person.</summary>
    public required Wording Owner { get; init; }

    /// <summary>Null where no date was set.</summary>
    public PartialDate? Due { get; init; }

    /// <summary>Incidents and projects it has to do with, as people named them; empty for none.</summary>
    public string Linked { get; init; } = "";

    /// <summary>What was known when the line was written; later evidence stands in <see cref="CommitmentStanding.Progress"/>.</summary>
    public CommitmentStatus FirstStatus { get; init; }

    public Wording FirstEvidence { get; init; }

    public required Origin Origin { get; init; }
}
