using Noroshi.Contracts;

namespace Noroshi.Shell;

/// <summary>A line in the side navigation.</summary>
/// <param name="Path">Absolute path, for example <c>/observatory</c>.</param>
/// <param name="Title">Names the entry in the language of the current request (from the module's resources).</param>
/// <param name="Roles">Who sees it; empty means everyone signed in.</param>
/// <param name="Order">Sort key: 100 today, 200 observatory, 300 exchange, …, 900 ledger, 950 settings, 990 docs.</param>
public sealed record NavigationEntry(string Path, Func<string> Title, IReadOnlyList<Role> Roles, int Order);
