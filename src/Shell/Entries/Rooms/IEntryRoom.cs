using System.Security.Claims;
using Noroshi.Shell.Asking;

namespace Noroshi.Shell.Entries;

/// <summary>What a room says of its entries, so that the shell can read and take them over HTTP.</summary>
/// <typeparam name="TKind">The kinds of entries that the room has.</typeparam>
public interface IEntryRoom<TKind>
    where TKind : struct, Enum
{
    /// <summary>Every kind as it is written in addresses and answers.</summary>
    IReadOnlyList<string> Kinds { get; }

    /// <summary>The kind of that name; null where the room has none.</summary>
    TKind? KindOf(string name);

    /// <summary>The name of a kind.</summary>
    string NameOf(TKind kind);

    /// <summary>What the person may read, latest version of each, latest entry first.</summary>
    Task<IReadOnlyList<Entry<TKind>>> EntriesAsync(ClaimsPrincipal person, CancellationToken cancel);

    /// <summary>Every version of an entry that the person may read, latest first; empty otherwise.</summary>
    Task<IReadOnlyList<Entry<TKind>>> HistoryAsync(ClaimsPrincipal person, string id, CancellationToken cancel);

    /// <summary>Whether the person may correct and withdraw it.</summary>
    bool MayChange(ClaimsPrincipal person, Entry<TKind> entry);

    /// <summary>The fields in the form in which they are kept, or null and every problem found.</summary>
    Task<IReadOnlyDictionary<string, string>?> ReadAsync(ClaimsPrincipal person, TKind kind, IReadOnlyDictionary<string, string?> typed, ICollection<WrongAskException> problems, CancellationToken cancel);
}
