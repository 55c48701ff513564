using Noroshi.Kernel;

namespace Noroshi.Diplomacy.Desk.Domain;

/// <summary>A conference, session or consultation.</summary>
internal sealed record Meeting
{
    public required string Id { get; init; }

    /// <summary>Id of its forum.</summary>
    public required string Forum { get; init; }

    public required Wording Name { get; init; }

    /// <summary>Null where not known.</summary>
    public PartialDate? Start { get; init; }

    /// <inheritdoc cref="Start"/>
    public PartialDate? End { get; init; }

    public Wording Place { get; init; }

    /// <summary>Unknown where nothing is recorded.</summary>
    public CountryCode Host { get; init; }

    /// <summary>Number of states as the source gives it.</summary>
    public int? StatesCount { get; init; }

    /// <summary>Number of people, about.</summary>
    public int? PeopleCount { get; init; }

    public IReadOnlyList<Wording> Organisations { get; init; } = [];

    /// <summary>Known to have been present; absence from the list proves nothing.</summary>
    public IReadOnlyList<CountryCode> StatesNamed { get; init; } = [];

    /// <summary>Id of the meeting before it; empty for none.</summary>
    public string Follows { get; init; } = "";

    public required Origin Origin { get; init; }

    /// <summary>True while its last possible day has not passed; false where no day is known.</summary>
    internal bool IsAhead(DateOnly today) => (End ?? Start)?.Last >= today;
}
