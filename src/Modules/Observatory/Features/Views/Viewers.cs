using System.Security.Claims;
using Noroshi.Contracts;
using Noroshi.Shell.Access;

namespace Noroshi.Observatory.Features;

/// <summary>Finds out what the caller may see.</summary>
internal sealed class Viewers(IDataAccess access, SensorRecords sensors)
{
    /// <summary>The kind of data that sharing rules between organisations name.</summary>
    internal const string DataKind = "observatory.observations";

    /// <summary>Who may look at the observatory at all.</summary>
    internal static readonly Role[] Readers =
        [Role.Analyst, Role.Investigator, Role.Diplomat, Role.CapacityOfficer, Role.Auditor, Role.Administrator];

    /// <summary>Who may see single addresses. Everyone else gets aggregates: an address may be a person's.</summary>
    internal static readonly Role[] AddressReaders = [Role.Analyst, Role.Investigator, Role.Auditor, Role.Administrator];

    /// <summary>Who may import and manage sensors and the address plan.</summary>
    internal static readonly Role[] Keepers = [Role.Analyst, Role.Administrator];

    internal async Task<Viewer> OfAsync(ClaimsPrincipal person, CancellationToken cancel)
    {
        var owners = await access.ReadableOwnersAsync(person, DataKind, cancel);
        var visible = await sensors.ListAsync(owners, cancel);
        return new Viewer(
            visible,
            All: owners is null,
            // A token speaks for an organisation, not for a person with a role: only the widest scope shows it addresses.
            SeesAddresses: AddressReaders.Any(person.HasRole) || person.HasScope(TokenScope.Admin),
            Manages: Keepers.Any(person.HasRole));
    }

    /// <summary>Whoever runs the verbs of the node over its folder: every sensor.</summary>
    internal async Task<Viewer> OfFolderAsync(CancellationToken cancel) =>
        new(await sensors.ListAsync(null, cancel), All: true, SeesAddresses: true, Manages: true);

    /// <summary>True for keepers of the sensor's own organisation, and for administrators of the node: reading what others share is not managing it.</summary>
    internal async Task<bool> ManagesAsync(ClaimsPrincipal person, Sensor sensor, CancellationToken cancel)
    {
        if (person.OrganisationId() == sensor.Owner) return true;
        return person.HasRole(Role.Administrator) && await access.ReadableOwnersAsync(person, DataKind, cancel) is null;
    }
}
