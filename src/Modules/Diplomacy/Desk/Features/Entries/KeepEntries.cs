using System.Globalization;
using System.Security.Claims;
using Noroshi.Contracts;
using Noroshi.Diplomacy.Desk.Domain;
using Noroshi.Diplomacy.Desk.Store;
using Noroshi.Shell.Access;
using Noroshi.Shell.Audit;

namespace Noroshi.Diplomacy.Desk.Features;

/// <summary>Adds, corrects and withdraws entries for one's own organisation, each recorded in the audit log.</summary>
internal sealed class KeepEntries(EntryRecords records, IAuditLog audit, TimeProvider clock)
{
    /// <summary>Keeps the entry; its id.</summary>
    internal async Task<string> AddAsync(ClaimsPrincipal person, NewEntry entry, CancellationToken cancel)
    {
        var owner = person.OrganisationId() ?? throw new InvalidOperationException("An entry needs an owner, and the caller has no organisation.");
        var (number, isNew) = await records.AddAsync(entry, owner, Actor.Of(person), person.DisplayName(), cancel);
        if (isNew) await RecordAsync(person, "diplomacy.entry.add", number, true, [("kind", EntryWords.Of(entry.Kind))], cancel);
        return Entry.IdOf(number);
    }

    /// <summary>Keeps the correction; its version. Null when somebody changed the entry since the person looked.</summary>
    internal async Task<long?> CorrectAsync(ClaimsPrincipal person, Entry seen, NewEntry entry, CancellationToken cancel)
    {
        var version = await records.CorrectAsync(seen.Number, seen.Stamp.Version, entry, seen.Stamp.Owner, Actor.Of(person), person.DisplayName(), cancel);
        await RecordAsync(person, "diplomacy.entry.correct", seen.Number, version is not null, [("version", (version ?? seen.Stamp.Version).ToString(CultureInfo.InvariantCulture))], cancel);
        return version;
    }

    /// <summary>Marks the entry as withdrawn; false when it was before.</summary>
    internal async Task<bool> WithdrawAsync(ClaimsPrincipal person, Entry entry, string reason, CancellationToken cancel)
    {
        var done = await records.WithdrawAsync(entry.Number, reason, Actor.Of(person), person.DisplayName(), cancel);
        await RecordAsync(person, "diplomacy.entry.withdraw", entry.Number, done, [("owner", entry.Stamp.Owner)], cancel);
        return done;
    }

    private Task RecordAsync(ClaimsPrincipal person, string act, long number, bool succeeded, (string Key, string Value)[] details, CancellationToken cancel) => audit.RecordAsync(
        new AuditEvent(clock.GetUtcNow(), act, person.UserId(), person.OrganisationId(), "diplomacy-entry:" + Entry.IdOf(number), succeeded, details.ToDictionary(detail => detail.Key, detail => detail.Value)),
        cancel);
}
