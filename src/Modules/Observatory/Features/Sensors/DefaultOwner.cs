using Noroshi.Contracts;
using Noroshi.Shell.Access;

namespace Noroshi.Observatory.Features;

/// <summary>Whose a sensor is that a verb adds without saying: the node's CSIRT, else its first organisation.</summary>
internal sealed class DefaultOwner(OrganisationDirectory organisations)
{
    /// <summary>Nobody yet: the node has no organisation before its set-up.</summary>
    internal const string None = "";

    internal async Task<string> FindAsync(CancellationToken cancel)
    {
        var all = await organisations.ListAsync(cancel);
        return (all.FirstOrDefault(organisation => organisation.Kind == OrganisationKind.Csirt) ?? (all.Count > 0 ? all[0] : null))?.Id ?? None;
    }
}
