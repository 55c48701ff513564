namespace Noroshi.Diplomacy.Desk.Domain;

/// <summary>What somebody enters, checked and not yet kept.</summary>
/// <remarks>
/// <c>Language</c>: Language of its texts: <c>en</c> or <c>ja</c>.<br/>
/// <c>Key</c>: Names the act of entering it: the same form sent twice is kept once.
/// </remarks>
internal sealed record NewEntry(EntryKind Kind, string Language, IReadOnlyDictionary<string, string> Fields, string Key);
