using Noroshi.Contacts.Domain;
using Noroshi.Contacts.Store;
using Noroshi.Contracts;
using Noroshi.Shell.Audit;
using Noroshi.Storage;

namespace Noroshi.Contacts.Features;

/// <summary>Changes our own entries, each change recorded in the audit log together with what it did.</summary>
internal sealed class KeepContacts(RecordStore store, ContactRecords records, NodeOptions options, TimeProvider clock)
{
    /// <summary>Saves an organisation: a new one where its version is 0.</summary>
    internal Task<(SaveOutcome Outcome, string Id)> SaveAsync(Body body, Actor by, string byName, CancellationToken cancel) => store.TransactAsync(
        async transaction =>
        {
            var book = await BeginAsync(transaction, cancel);
            var id = body.Id.Length > 0 ? body.Id : EntryNames.ForBody(book, body);
            var before = book.Body(id);
            if (Refused(before?.Origin, before?.Version ?? 0, body.Version) is { } refused) return (refused, id);
            var now = body with { Id = id, Origin = "", IsExercise = before?.IsExercise ?? options.Exercise };
            await records.WriteAsync(transaction, now, new SavedBy(by.Id, byName, SavedBy.Saved), cancel);
            await RecordAsync(transaction, "contacts.organisation.saved", by, "organisation:" + id, null, cancel);
            await ContactRecords.BumpAsync(transaction, cancel);
            return (SaveOutcome.Done, id);
        },
        cancel);

    /// <summary>Saves a point of an organisation that is there: a new one where its version is 0.</summary>
    internal Task<(SaveOutcome Outcome, string Id)> SaveAsync(ContactPoint point, Actor by, string byName, CancellationToken cancel) => store.TransactAsync(
        async transaction =>
        {
            var book = await BeginAsync(transaction, cancel);
            if (book.Body(point.BodyId) is not { } body) return (SaveOutcome.Unknown, point.Id);
            if (!body.IsOwn) return (SaveOutcome.NotOurs, point.Id);
            var id = point.Id.Length > 0 ? point.Id : EntryNames.ForPoint(book, body, point.Function);
            var before = book.Point(id);
            if (Refused(before?.Origin, before?.Version ?? 0, point.Version) is { } refused) return (refused, id);
            if (before?.RetiredAt is not null) return (SaveOutcome.Retired, id);
            await records.WriteAsync(transaction, point with { Id = id, Origin = "", IsExercise = before?.IsExercise ?? options.Exercise }, body, new SavedBy(by.Id, byName, SavedBy.Saved), cancel);
            await RecordAsync(transaction, "contacts.point.saved", by, "point:" + id, null, cancel);
            await ContactRecords.BumpAsync(transaction, cancel);
            return (SaveOutcome.Done, id);
        },
        cancel);

    /// <summary>Takes a point out of use. Its entry, history and checks stay.</summary>
    internal Task<SaveOutcome> RetireAsync(string id, string reason, Actor by, string byName, CancellationToken cancel) => store.TransactAsync(
        async transaction =>
        {
            var book = await BeginAsync(transaction, cancel);
            if (book.Point(id) is not { } point) return SaveOutcome.Unknown;
            if (!point.IsOwn) return SaveOutcome.NotOurs;
            if (point.RetiredAt is not null) return SaveOutcome.Retired;
            await records.WriteAsync(transaction, point with { RetiredAt = clock.GetUtcNow(), RetiredReason = reason }, book.BodyOf(point), new SavedBy(by.Id, byName, SavedBy.Retired), cancel);
            await RecordAsync(transaction, "contacts.point.retired", by, "point:" + id, new Dictionary<string, string> { ["reason"] = reason }, cancel);
            await ContactRecords.BumpAsync(transaction, cancel);
            return SaveOutcome.Done;
        },
        cancel);

    private static async Task<ContactBook> BeginAsync(RecordTransaction transaction, CancellationToken cancel)
    {
        await transaction.LockAsync(ContactRecords.Lock, cancel);
        return await ContactRecords.ReadAsync(transaction, cancel);
    }

    private static SaveOutcome? Refused(string? origin, long kept, long sent) =>
        origin is null && sent > 0 ? SaveOutcome.Unknown : origin is { Length: > 0 } ? SaveOutcome.NotOurs : kept != sent ? SaveOutcome.Overtaken : null;

    private Task RecordAsync(RecordTransaction transaction, string act, Actor by, string subject, IReadOnlyDictionary<string, string>? details, CancellationToken cancel) =>
        ActTrail.RecordAsync(transaction, new AuditEvent(clock.GetUtcNow(), act, by.Id, by.Organisation, subject, true, details), cancel);
}
