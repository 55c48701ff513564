using Noroshi.Kernel;

namespace Noroshi.Diplomacy.Desk.Domain;

/// <summary>What an office of a state or an organisation said on a topic, and how it was read.</summary>
internal sealed record Statement
{
    public required string Id { get; init; }

    /// <summary>Id of the meeting; empty where it was said elsewhere.</summary>
    public string Meeting { get; init; } = "";

    /// <summary>The document it stands in, where there was no meeting.</summary>
    public Wording Document { get; init; }

    public required PartialDate Date { get; init; }

    /// <summary>Unknown where an organisation or a group spoke.</summary>
    public CountryCode State { get; init; }

    public Wording Organisation { get; init; }

    /// <summary>Organisation of states whose members inherit the position; empty for none.</summary>
    public string Group { get; init; } = "";

    /// <summary>The office that spoke, never a person.</summary>
    public required Wording Office { get; init; }

    /// <summary>Id of the topic.</summary>
    public required string Topic { get; init; }

    /// <summary>From -2 to 2 on the scale of the topic: a reading, to be shown with its evidence. Null where no position was taken.</summary>
    public int? Stance { get; init; }

    public required Wording Text { get; init; }

    public required Origin Origin { get; init; }
}
