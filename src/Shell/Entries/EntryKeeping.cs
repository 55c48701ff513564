using System.Globalization;
using System.Security.Claims;
using Noroshi.Contracts;
using Noroshi.Shell.Access;
using Noroshi.Shell.Audit;

namespace Noroshi.Shell.Entries;

/// <summary>Adds, corrects and withdraws entries of a room for one's own organisation, each recorded in the audit log.</summary>
/// <typeparam name="TKind">The kinds of entries that the room has.</typeparam>
public sealed class EntryKeeping<TKind>(EntryTable<TKind> table, EntryRecords<TKind> records, IAuditLog audit, TimeProvider clock)
    where TKind : struct, Enum
{
    /// <summary>Keeps the entry; its id.</summary>
    public async Task<string> AddAsync(ClaimsPrincipal person, NewEntry<TKind> entry, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var owner = person.OrganisationId() ?? throw new InvalidOperationException("An entry needs an owner, and the caller has no organisation.");
        var (number, isNew) = await records.AddAsync(entry, owner, Actor.Of(person), person.DisplayName(), cancel);
        if (isNew) await RecordAsync(person, table.Acts.Add, number, true, [("kind", entry.Kind.ToString().ToLowerInvariant())], cancel);
        return table.IdOf(number);
    }

    /// <summary>Keeps the correction; its version. Null when somebody changed the entry since the person looked.</summary>
    public async Task<long?> CorrectAsync(ClaimsPrincipal person, Entry<TKind> seen, NewEntry<TKind> entry, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(seen);
        var version = await records.CorrectAsync(seen.Number, seen.Stamp.Version, entry, seen.Stamp.Owner, Actor.Of(person), person.DisplayName(), cancel);
        await RecordAsync(person, table.Acts.Correct, seen.Number, version is not null, [("version", (version ?? seen.Stamp.Version).ToString(CultureInfo.InvariantCulture))], cancel);
        return version;
    }

    /// <summary>Marks the entry as withdrawn; false when it was before.</summary>
    public async Task<bool> WithdrawAsync(ClaimsPrincipal person, Entry<TKind> entry, string reason, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var done = await records.WithdrawAsync(entry.Number, reason, Actor.Of(person), person.DisplayName(), cancel);
        await RecordAsync(person, table.Acts.Withdraw, entry.Number, done, [("owner", entry.Stamp.Owner)], cancel);
        return done;
    }

    private Task RecordAsync(ClaimsPrincipal person, string act, long number, bool succeeded, (string Key, string Value)[] details, CancellationToken cancel) => audit.RecordAsync(
        new AuditEvent(clock.GetUtcNow(), act, person.UserId(), person.OrganisationId(), table.Room + "-entry:" + table.IdOf(number), succeeded, details.ToDictionary(detail => detail.Key, detail => detail.Value)),
        cancel);
}
