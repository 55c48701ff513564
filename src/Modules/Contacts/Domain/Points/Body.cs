using Noroshi.Kernel;

namespace Noroshi.Contacts.Domain;

/// <summary>An organisation in the directory: a ministry, a CSIRT, a company. It is reached through its <see cref="ContactPoint"/>s.</summary>
internal sealed record Body
{
    /// <summary>Short lower-case name; ids of a peer's organisations begin with the peer's id and <c>~</c>.</summary>
    public string Id { get; init; } = "";

    /// <summary>Node id of the peer whose entry this is; empty for our own.</summary>
    public string Origin { get; init; } = "";

    /// <summary>The state it belongs to; unknown for an international organisation.</summary>
    public CountryCode State { get; init; }

    public BodyKind Kind { get; init; }

    public string NameEn { get; init; } = "";

    /// <summary>Empty where no Japanese name is recorded.</summary>
    public string NameJa { get; init; } = "";

    public Provenance Provenance { get; init; } = new("", null, Confidence.D);

    /// <summary>True where the entry is part of an exercise.</summary>
    public bool IsExercise { get; init; }

    /// <summary>Counts the times it was saved; 0 before the first.</summary>
    public long Version { get; init; }

    public bool IsOwn => Origin.Length == 0;

    /// <summary>The name for the reader; the other language's where theirs is not recorded.</summary>
    public string Name(bool japanese) => japanese && NameJa.Length > 0 || NameEn.Length == 0 ? NameJa : NameEn;
}
