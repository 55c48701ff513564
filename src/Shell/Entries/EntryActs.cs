namespace Noroshi.Shell.Entries;

/// <summary>How the audit log calls what is done with a room's entries; written out by the room, so that each act is found where it is searched for.</summary>
/// <param name="Add">An entry was added: <c>room.entry.add</c>.</param>
/// <param name="Correct">A further version was added.</param>
/// <param name="Withdraw">An entry was withdrawn.</param>
public sealed record EntryActs(string Add, string Correct, string Withdraw);
