using Noroshi.Contacts.Domain;
using Noroshi.Contacts.Store;
using Noroshi.Contracts;
using Noroshi.Kernel;
using Noroshi.Shell.Audit;
using Noroshi.Storage;

namespace Noroshi.Contacts.Features;

/// <summary>Takes in the directory that a peer sends of its own state; here it can be read and checked, never edited.</summary>
internal sealed class KeepPeerEntries(ContactRecords records, NodeOptions options, TimeProvider clock)
{
    /// <summary>What was done with a peer's directory.</summary>
    /// <param name="Added">New points.</param>
    /// <param name="Changed">Points that differ from what was held.</param>
    /// <param name="Retired">Points that the peer no longer sends.</param>
    internal sealed record Outcome(int Added, int Changed, int Retired);

    /// <summary>
    /// Makes the entries the whole of what is held from this peer: what is new is added, what differs gets a new version, what is missing is
    /// retired. The same entries again change nothing.
    /// </summary>
    /// <param name="transaction">The one in which the peer's message is applied.</param>
    /// <param name="peerNodeId">Node id of the peer.</param>
    /// <param name="state">The peer's state; a peer speaks for no other.</param>
    /// <param name="entries">Each with the ids of the peer.</param>
    /// <param name="cancel">Stops the work.</param>
    /// <exception cref="ArgumentException">An entry has no id, or is about another state; nothing was taken in.</exception>
    internal async Task<Outcome> TakeInAsync(RecordTransaction transaction, string peerNodeId, CountryCode state, IReadOnlyList<ContactEntry> entries, CancellationToken cancel)
    {
        foreach (var entry in entries)
        {
            if (entry.Body.State != state) throw new ArgumentException($"The peer sent an entry of the state '{entry.Body.State}', and speaks for '{state}' only.", nameof(entries));
            if (entry.Body.Id.Length == 0 || entry.Point is { Id.Length: 0 }) throw new ArgumentException("The peer sent an entry without an id.", nameof(entries));
        }

        await transaction.LockAsync(ContactRecords.Lock, cancel);
        var book = await ContactRecords.ReadAsync(transaction, cancel);
        var by = new SavedBy("peer:" + peerNodeId, peerNodeId, SavedBy.Peer);
        var bodies = new Dictionary<string, Body>(StringComparer.Ordinal);
        foreach (var sent in entries.Select(entry => entry.Body).DistinctBy(body => body.Id))
        {
            var id = EntryNames.OfPeer(peerNodeId, sent.Id);
            var before = book.Body(id);
            var now = sent with { Id = id, Origin = peerNodeId, Version = before?.Version ?? 0, IsExercise = options.Exercise };
            bodies[id] = before is not null && IsSame(EntryFields.Of(before), EntryFields.Of(now)) ? before : await records.WriteAsync(transaction, now, by, cancel);
        }

        var (added, changed) = (0, 0);
        var held = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (body, sent) in entries.Where(entry => entry.Point is not null).DistinctBy(entry => entry.Point!.Id).Select(entry => (entry.Body, entry.Point!)))
        {
            var id = EntryNames.OfPeer(peerNodeId, sent.Id);
            held.Add(id);
            var before = book.Point(id);
            var owner = bodies[EntryNames.OfPeer(peerNodeId, body.Id)];
            var now = sent with
            {
                Id = id,
                BodyId = owner.Id,
                Origin = peerNodeId,
                Alternates = [.. sent.Alternates.Select(alternate => EntryNames.OfPeer(peerNodeId, alternate))],
                Version = before?.Version ?? 0,
                IsExercise = options.Exercise,
            };
            if (before is { RetiredAt: null } && IsSame(EntryFields.Of(owner, before), EntryFields.Of(owner, now))) continue;
            await records.WriteAsync(transaction, now, owner, by, cancel);
            if (before is null) added++;
            else changed++;
        }

        var gone = book.Points.Where(point => point.Origin == peerNodeId && point.RetiredAt is null && !held.Contains(point.Id)).ToList();
        foreach (var point in gone)
            await records.WriteAsync(transaction, point with { RetiredAt = clock.GetUtcNow(), RetiredReason = "No longer sent by the peer." }, bodies.GetValueOrDefault(point.BodyId) ?? book.BodyOf(point), by, cancel);
        var outcome = new Outcome(added, changed, gone.Count);
        if (outcome != new Outcome(0, 0, 0))
        {
            await ActTrail.RecordAsync(
                transaction, new AuditEvent(clock.GetUtcNow(), "contacts.peer.taken-in", by.Id, null, "peer:" + peerNodeId, true, ImportDetails.Of(added, changed, gone.Count)), cancel);
        }

        await ContactRecords.BumpAsync(transaction, cancel);
        return outcome;
    }

    private static bool IsSame(Dictionary<string, string> before, Dictionary<string, string> now) => before.All(field => now.GetValueOrDefault(field.Key) == field.Value);
}
