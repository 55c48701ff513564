namespace Noroshi.Diplomacy.Desk.Domain;

/// <summary>A line that a person entered, in one of its versions. It is never changed; it may be corrected by a further version, or withdrawn.</summary>
internal sealed record Entry
{
    /// <summary>From 1 on this node.</summary>
    public required long Number { get; init; }

    public required EntryKind Kind { get; init; }

    /// <summary>Language of its texts: <c>en</c> or <c>ja</c>.</summary>
    public required string Language { get; init; }

    /// <summary>What was entered, by the names of <see cref="EntryRules"/>; fields left empty are missing.</summary>
    public required IReadOnlyDictionary<string, string> Fields { get; init; }

    public required Stamp Stamp { get; init; }

    /// <summary>Null while it stands.</summary>
    public Withdrawal? Withdrawal { get; init; }

    /// <summary>As it is cited: <c>E-12</c>.</summary>
    internal string Id => IdOf(Number);

    /// <summary>The field, or an empty text.</summary>
    internal string this[string field] => Fields.GetValueOrDefault(field, "");

    internal static string IdOf(long number) => FormattableString.Invariant($"E-{number}");

    /// <summary>The number of an id such as <c>E-12</c>; null for any other text.</summary>
    internal static long? NumberOf(string? id) =>
        id is ['E', '-', .. var digits] && digits.Length < 16 && long.TryParse(digits, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) && IdOf(number) == id ? number : null;
}
