namespace Noroshi.Contacts.Store;

/// <summary>One version of an entry.</summary>
/// <param name="Version">From 1.</param>
/// <param name="Change">See <see cref="SavedBy"/>.</param>
/// <param name="Fields">The whole entry as it was then.</param>
/// <param name="At">When.</param>
/// <param name="ByName">Who, by the name they had then.</param>
internal sealed record EntryVersion(long Version, string Change, IReadOnlyDictionary<string, string> Fields, DateTimeOffset At, string ByName)
{
    /// <summary>Fields that differ from the version before; all that are filled where there is none.</summary>
    internal IReadOnlyList<(string Field, string Before, string After)> Since(EntryVersion? before) =>
        [.. Fields.Keys.Union(before?.Fields.Keys ?? [], StringComparer.Ordinal)
            .Select(field => (field, before?.Fields.GetValueOrDefault(field) ?? "", Fields.GetValueOrDefault(field) ?? ""))
            .Where(change => change.Item2 != change.Item3)];
}
