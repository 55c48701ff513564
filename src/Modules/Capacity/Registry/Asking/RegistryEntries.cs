using System.Security.Claims;
using Noroshi.Contracts;

namespace Noroshi.Capacity.Registry;

/// <summary>The entries of the registry as the shell reads and takes them over HTTP.</summary>
internal sealed class RegistryEntries(ReadCapacity reading, IStateNames names) : IEntryRoom<EntryKind>
{
    /// <inheritdoc/>
    public IReadOnlyList<string> Kinds => FieldWords.Kinds;

    /// <inheritdoc/>
    public EntryKind? KindOf(string name) => FieldWords.Kind(name);

    /// <inheritdoc/>
    public string NameOf(EntryKind kind) => FieldWords.Of(kind);

    /// <inheritdoc/>
    public Task<IReadOnlyList<Entry>> EntriesAsync(ClaimsPrincipal person, CancellationToken cancel) => reading.EntriesAsync(person, cancel);

    /// <inheritdoc/>
    public Task<IReadOnlyList<Entry>> HistoryAsync(ClaimsPrincipal person, string id, CancellationToken cancel) => reading.HistoryAsync(person, id, cancel);

    /// <inheritdoc/>
    public bool MayChange(ClaimsPrincipal person, Entry entry) => person.MayChange(entry);

    /// <inheritdoc/>
    public async Task<IReadOnlyDictionary<string, string>?> ReadAsync(ClaimsPrincipal person, EntryKind kind, IReadOnlyDictionary<string, string?> typed, ICollection<WrongAskException> problems, CancellationToken cancel) =>
        new FieldReader(await reading.ForAsync(person, cancel), reading.Library, names, reading.Today).Read(kind, typed, problems);
}
