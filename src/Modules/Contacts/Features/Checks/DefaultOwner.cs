using Noroshi.Contracts;
using Noroshi.Shell.Access;

namespace Noroshi.Contacts.Features;

/// <summary>Whose a check is that a verb sends without saying: the node's ministry, else its first organisation.</summary>
internal sealed class DefaultOwner(OrganisationDirectory organisations)
{
    internal async Task<string> FindAsync(CancellationToken cancel)
    {
        var all = await organisations.ListAsync(cancel);
        return (all.FirstOrDefault(one => one.Kind == OrganisationKind.Ministry) ?? (all.Count > 0 ? all[0] : null))?.Id ?? "";
    }
}
