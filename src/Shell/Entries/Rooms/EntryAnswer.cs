namespace Noroshi.Shell.Entries;

/// <summary>An entry in one of its versions, as JSON.</summary>
internal sealed record EntryAnswer(
    string Id, string Kind, long Version, string Language, IReadOnlyDictionary<string, string> Fields, string Owner, bool Exercise, DateTimeOffset RecordedAt, string RecordedBy,
    DateTimeOffset? WithdrawnAt, string? WithdrawnBy, string? WithdrawnReason)
{
    internal static EntryAnswer Of<TKind>(Entry<TKind> one, string kind)
        where TKind : struct, Enum => new(
        one.Id, kind, one.Stamp.Version, one.Language, one.Fields, one.Stamp.Owner, one.Stamp.IsExercise, one.Stamp.At, one.Stamp.ByName, one.Withdrawal?.At, one.Withdrawal?.ByName, one.Withdrawal?.Reason);
}
