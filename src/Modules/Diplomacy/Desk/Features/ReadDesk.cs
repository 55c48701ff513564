using System.Security.Claims;
using Noroshi.Contracts;
using Noroshi.Diplomacy.Desk.Domain;
using Noroshi.Kernel;
using Noroshi.Storage;

namespace Noroshi.Diplomacy.Desk.Features;

/// <summary>The record as a person may read it: the reviewed lines, their own organisation's entries, and those that others share.</summary>
internal sealed class ReadDesk(DiplomaticRecord reviewed, EntryTable<EntryKind> table, EntryRecords records, IDataAccess access, NodeOptions options, TimeProvider clock)
{
    /// <summary>The day it is, UTC.</summary>
    internal DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    /// <summary>The state that runs the node.</summary>
    internal CountryCode Own { get; } = CountryCode.Parse(options.State);

    /// <summary>The record for a person; null stands for whoever may open the data folder, and reads all of it.</summary>
    internal async Task<DiplomaticRecord> ForAsync(ClaimsPrincipal? person, CancellationToken cancel) =>
        reviewed.With(await records.ReadAsync(await OwnersAsync(person, cancel), cancel));

    /// <summary>Every version of an entry that the person may read, latest first; empty otherwise.</summary>
    internal async Task<IReadOnlyList<Entry>> HistoryAsync(ClaimsPrincipal person, string id, CancellationToken cancel)
    {
        if (table.NumberOf(id) is not { } number) return [];
        var owners = await OwnersAsync(person, cancel);
        var versions = await records.HistoryAsync(number, cancel);
        return versions is [var latest, ..] && owners?.Contains(latest.Stamp.Owner) != false ? versions : [];
    }

    /// <summary>What the person may read of what was entered, latest version of each, latest entry first.</summary>
    internal async Task<IReadOnlyList<Entry>> EntriesAsync(ClaimsPrincipal person, CancellationToken cancel) =>
        [.. (await records.ReadAsync(await OwnersAsync(person, cancel), cancel)).OrderByDescending(entry => entry.Number)];

    private async Task<IReadOnlySet<string>?> OwnersAsync(ClaimsPrincipal? person, CancellationToken cancel) =>
        person is null ? null : await access.ReadableOwnersAsync(person, DeskRights.DataKind, cancel);
}
