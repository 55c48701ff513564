using System.Globalization;
using Noroshi.Contracts;
using Noroshi.Kernel;
using Noroshi.Shell.Audit;
using Noroshi.Storage;

namespace Noroshi.Exchange.Store;

/// <summary>What changes of collections and partners leave in the audit log, within their transactions.</summary>
internal static class ExchangeActs
{
    public static Task CollectionAsync(RecordTransaction transaction, ExchangeCollection collection, DateTimeOffset now, Actor by, CancellationToken cancel) => ActTrail.RecordAsync(
        transaction,
        new AuditEvent(now, collection.ClosedAt is null ? "exchange.collection.saved" : "exchange.collection.closed", by.Id, by.Organisation, "collection:" + collection.Id, true, new Dictionary<string, string>
        {
            ["title"] = collection.TitleEn,
            ["ceiling"] = collection.Ceiling.Label(),
            ["states"] = string.Join(' ', collection.States),
            ["readers"] = string.Join(' ', collection.Grants.Where(grant => grant.CanRead).Select(grant => grant.Holder)),
            ["writers"] = string.Join(' ', collection.Grants.Where(grant => grant.CanWrite).Select(grant => grant.Holder)),
        }),
        cancel);

    public static Task PartnerAsync(RecordTransaction transaction, string act, Partner partner, Actor by, CancellationToken cancel) => ActTrail.RecordAsync(
        transaction,
        new AuditEvent(act == "exchange.partner.ended" ? partner.EndedAt!.Value : partner.SecretAt, act, by.Id, by.Organisation, "partner:" + partner.Id, true, new Dictionary<string, string> { ["name"] = partner.NameEn, ["state"] = partner.State }),
        cancel);

    public static Task RemovedAsync(IAuditLog log, DateTimeOffset now, string holder, string collection, string id, int versions, CancellationToken cancel) => log.RecordAsync(
        new AuditEvent(now, "exchange.object.deleted", holder, null, "object:" + id, true, new Dictionary<string, string> { ["collection"] = collection, ["versions"] = versions.ToString(CultureInfo.InvariantCulture) }),
        cancel);

    public static Task RefusedAsync(IAuditLog log, DateTimeOffset now, string partner, CancellationToken cancel) => log.RecordAsync(
        new AuditEvent(now, "exchange.taxii.refused", "anonymous", null, "partner:" + partner, false), cancel);
}
