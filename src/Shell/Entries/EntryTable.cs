using System.Globalization;

namespace Noroshi.Shell.Entries;

/// <summary>Where the entries of a room are kept and how they are cited: tables <c>room_entry</c> and <c>room_withdrawal</c>, ids <c>E-12</c>.</summary>
/// <typeparam name="TKind">The kinds of entries that the room has.</typeparam>
public sealed class EntryTable<TKind>
    where TKind : struct, Enum
{
    private readonly string _prefix;

    /// <summary>A room's entries.</summary>
    /// <param name="room">Name of the room in lower-case letters; it becomes part of the tables' names.</param>
    /// <param name="letter">Letter before the number of an entry.</param>
    /// <param name="acts">The acts that the audit log records.</param>
    public EntryTable(string room, char letter, EntryActs acts)
    {
        ArgumentNullException.ThrowIfNull(room);

        // Names of tables cannot be parameters of a statement, so nothing but a plain word may become one.
        if (room.Length == 0 || room.Any(character => !char.IsAsciiLetterLower(character))) throw new ArgumentException("A room is named by lower-case letters.", nameof(room));
        (Room, _prefix, Acts) = (room, letter + "-", acts);
    }

    /// <summary>Name of the room.</summary>
    public string Room { get; }

    /// <summary>The acts that the audit log records.</summary>
    public EntryActs Acts { get; }

    /// <summary>As an entry is cited: <c>E-12</c>.</summary>
    public string IdOf(long number) => _prefix + number.ToString(CultureInfo.InvariantCulture);

    /// <summary>The number of an id such as <c>E-12</c>; null for any other text.</summary>
    public long? NumberOf(string? id) =>
        id is not null && id.StartsWith(_prefix, StringComparison.Ordinal) && id.Length < 18
            && long.TryParse(id.AsSpan(_prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && IdOf(number) == id ? number : null;
}
