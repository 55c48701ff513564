namespace Noroshi.Shell.Entries;

/// <summary>What somebody enters, checked and not yet kept.</summary>
/// <param name="Kind">Kind of the entry.</param>
/// <param name="Language">Language of its texts: <c>en</c> or <c>ja</c>.</param>
/// <param name="Fields">By the names that the room's rules give.</param>
/// <param name="Key">Names the act of entering it: the same form sent twice is kept once.</param>
public sealed record NewEntry<TKind>(TKind Kind, string Language, IReadOnlyDictionary<string, string> Fields, string Key)
    where TKind : struct, Enum;
