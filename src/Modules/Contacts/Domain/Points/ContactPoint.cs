using Noroshi.Kernel;

namespace Noroshi.Contacts.Domain;

/// <summary>A function that answers: what it is for, when, in which languages, through what, and who is next if it does not.</summary>
internal sealed record ContactPoint
{
    /// <summary>Short lower-case name, unique on the node; ids of a peer's points begin with the peer's id and <c>~</c>.</summary>
    public string Id { get; init; } = "";

    public string BodyId { get; init; } = "";

    /// <summary>Node id of the peer whose entry this is; empty for our own.</summary>
    public string Origin { get; init; } = "";

    public ContactFunction Function { get; init; }

    /// <summary>What the organisation calls the desk; may be empty.</summary>
    public string TitleEn { get; init; } = "";

    /// <inheritdoc cref="TitleEn"/>
    public string TitleJa { get; init; } = "";

    /// <summary>First day; null when not known.</summary>
    public DateOnly? ValidFrom { get; init; }

    /// <summary>Last day; null while it lasts.</summary>
    public DateOnly? ValidUntil { get; init; }

    /// <summary>BCP 47 tags, the desk's best language first.</summary>
    public IReadOnlyList<string> Languages { get; init; } = [];

    public OfficeHours Hours { get; init; } = OfficeHours.Unknown;

    public IReadOnlyList<Channel> Channels { get; init; } = [];

    public IReadOnlyList<PointKey> Keys { get; init; } = [];

    /// <summary>Ids of the points to try in this order when nobody answers.</summary>
    public IReadOnlyList<string> Alternates { get; init; } = [];

    /// <summary>Days after which a communication check is due again; null where none is planned.</summary>
    public int? CheckEveryDays { get; init; }

    public string Note { get; init; } = "";

    public Provenance Provenance { get; init; } = new("", null, Confidence.D);

    /// <summary>True where the entry is part of an exercise.</summary>
    public bool IsExercise { get; init; }

    /// <summary>Counts the times it was saved; 0 before the first.</summary>
    public long Version { get; init; }

    /// <summary>When it was taken out of use; its entry and history stay.</summary>
    public DateTimeOffset? RetiredAt { get; init; }

    /// <summary>Why, in the words of who retired it.</summary>
    public string RetiredReason { get; init; } = "";

    public bool IsOwn => Origin.Length == 0;

    /// <summary>Whether it may be called on that day of its own zone; false once retired or outside its validity.</summary>
    public bool IsValid(DateOnly day) => RetiredAt is null && (ValidFrom is not { } from || day >= from) && (ValidUntil is not { } until || day <= until);

    /// <inheritdoc cref="IsValid(DateOnly)"/>
    public bool IsValidAt(DateTimeOffset instant) => IsValid(DateOnly.FromDateTime(Hours.LocalTime(instant).DateTime));

    /// <summary>What the desk is called for the reader; empty where it has no name.</summary>
    public string Title(bool japanese) => japanese && TitleJa.Length > 0 || TitleEn.Length == 0 ? TitleJa : TitleEn;
}
