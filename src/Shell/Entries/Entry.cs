namespace Noroshi.Shell.Entries;

/// <summary>A line that a person entered, in one of its versions. It is never changed; it may be corrected by a further version, or withdrawn.</summary>
/// <typeparam name="TKind">The kinds of entries that a room has.</typeparam>
public sealed record Entry<TKind>
    where TKind : struct, Enum
{
    /// <summary>From 1 in this room of this node.</summary>
    public required long Number { get; init; }

    /// <summary>What kind of line it is; it decides the fields.</summary>
    public required TKind Kind { get; init; }

    /// <summary>Language of its texts: <c>en</c> or <c>ja</c>.</summary>
    public required string Language { get; init; }

    /// <summary>What was entered, by the names that the room's rules give; fields left empty are missing.</summary>
    public required IReadOnlyDictionary<string, string> Fields { get; init; }

    /// <summary>Who entered this version and when.</summary>
    public required Stamp Stamp { get; init; }

    /// <summary>Null while it stands.</summary>
    public Withdrawal? Withdrawal { get; init; }

    /// <summary>As it is cited: <c>E-12</c>.</summary>
    public string Id => Stamp.Entry;

    /// <summary>The field, or an empty text.</summary>
    public string this[string field] => Fields.GetValueOrDefault(field, "");
}
