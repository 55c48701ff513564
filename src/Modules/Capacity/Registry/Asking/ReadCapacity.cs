using System.Security.Claims;
using Noroshi.Capacity.Assessments;
using Noroshi.Capacity.Iati.Projects;
using Noroshi.Contracts;
using Noroshi.Kernel;
using Noroshi.Shell.Access;
using Noroshi.Storage;

namespace Noroshi.Capacity.Registry;

/// <summary>The registry as a person may read it: their own organisation's entries, those that others share and whose marking lets them travel, and the imported activities.</summary>
internal sealed class ReadCapacity(ModelLibrary library, EntryTable<EntryKind> table, EntryRecords records, ImportedProjects imported, IDataAccess access, NodeOptions options, TimeProvider clock)
{
    /// <summary>The day it is, UTC.</summary>
    internal DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    /// <summary>The state that runs the node.</summary>
    internal CountryCode Own { get; } = CountryCode.Parse(options.State);

    internal ModelLibrary Library => library;

    /// <summary>The record for a person; null stands for whoever may open the data folder, and reads all of it.</summary>
    internal async Task<CapacityRecord> ForAsync(ClaimsPrincipal? person, CancellationToken cancel) =>
        JoinedRecord.Of(EntryLines.Record((await records.ReadAsync(await OwnersAsync(person, cancel), cancel)).Where(entry => MayTravel(entry, person)), library), await imported.ReadAsync(cancel));

    /// <summary>Every version of an entry that the person may read, latest first; empty otherwise.</summary>
    internal async Task<IReadOnlyList<Entry>> HistoryAsync(ClaimsPrincipal person, string id, CancellationToken cancel)
    {
        if (table.NumberOf(id) is not { } number) return [];
        var owners = await OwnersAsync(person, cancel);
        var versions = await records.HistoryAsync(number, cancel);
        return versions is [var latest, ..] && owners?.Contains(latest.Stamp.Owner) != false && MayTravel(latest, person) ? [.. versions.Where(version => MayTravel(version, person))] : [];
    }

    /// <summary>What the person may read of what was entered, latest version of each, latest entry first.</summary>
    internal async Task<IReadOnlyList<Entry>> EntriesAsync(ClaimsPrincipal person, CancellationToken cancel) =>
        [.. (await records.ReadAsync(await OwnersAsync(person, cancel), cancel)).Where(entry => MayTravel(entry, person)).OrderByDescending(entry => entry.Number)];

    // TLP:AMBER+STRICT and TLP:RED do not leave the organisation, whatever a sharing rule opens; nor do they for administrators of other organisations.
    private static bool MayTravel(Entry entry, ClaimsPrincipal? person) =>
        person is null || person.OrganisationId() == entry.Stamp.Owner || Enum.Parse<Tlp>(entry["marking"], ignoreCase: true) < Tlp.AmberStrict;

    private async Task<IReadOnlySet<string>?> OwnersAsync(ClaimsPrincipal? person, CancellationToken cancel) =>
        person is null ? null : await access.ReadableOwnersAsync(person, CapacityRights.DataKind, cancel);
}
