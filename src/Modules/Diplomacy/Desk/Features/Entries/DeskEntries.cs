using System.Security.Claims;
using Noroshi.Contracts;
using Noroshi.Diplomacy.Desk.Domain;

namespace Noroshi.Diplomacy.Desk.Features;

/// <summary>The entries of the desk as the shell reads and takes them over HTTP.</summary>
internal sealed class DeskEntries(ReadDesk reading, IStateNames names) : IEntryRoom<EntryKind>
{
    /// <inheritdoc/>
    public IReadOnlyList<string> Kinds => EntryWords.Kinds;

    /// <inheritdoc/>
    public EntryKind? KindOf(string name) => EntryWords.Read<EntryKind>(name);

    /// <inheritdoc/>
    public string NameOf(EntryKind kind) => EntryWords.Of(kind);

    /// <inheritdoc/>
    public Task<IReadOnlyList<Entry>> EntriesAsync(ClaimsPrincipal person, CancellationToken cancel) => reading.EntriesAsync(person, cancel);

    /// <inheritdoc/>
    public Task<IReadOnlyList<Entry>> HistoryAsync(ClaimsPrincipal person, string id, CancellationToken cancel) => reading.HistoryAsync(person, id, cancel);

    /// <inheritdoc/>
    public bool MayChange(ClaimsPrincipal person, Entry entry) => person.MayChange(entry);

    /// <inheritdoc/>
    public async Task<IReadOnlyDictionary<string, string>?> ReadAsync(ClaimsPrincipal person, EntryKind kind, IReadOnlyDictionary<string, string?> typed, ICollection<WrongAskException> problems, CancellationToken cancel) =>
        new EntryReader(await reading.ForAsync(person, cancel), names, reading.Today).Read(kind, typed, problems);
}
