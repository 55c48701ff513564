using System.Collections.Frozen;

namespace Noroshi.Exchange.AllowLists;

/// <summary>One list as its file says it.</summary>
/// <param name="Name">Shown where it suppresses something.</param>
/// <param name="Version">As written.</param>
/// <param name="Kind">How entries are compared.</param>
/// <param name="Types">Types of MISP that it speaks of; empty: all.</param>
/// <param name="Entries">Values.</param>
internal sealed record AllowList(string Name, string Version, AllowKind Kind, FrozenSet<string> Types, IReadOnlyList<string> Entries);
