using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Noroshi.Contracts;
using Noroshi.Exchange.Store;

namespace Noroshi.Exchange.Taxii;

/// <summary>What partners put into collections and take out again.</summary>
internal static class ObjectIntake
{
    public static async Task AddAsync(HttpContext context, TaxiiCaller caller)
    {
        var services = context.RequestServices;
        var (collection, grant) = await CollectionAnswers.FindAsync(context, caller).ConfigureAwait(false);
        if (!grant.CanWrite || !caller.MayWrite) throw new TaxiiException(403, "Writing is not allowed", "You may not add objects to this collection.");
        if (!TaxiiMedia.IsTaxii(context.Request.ContentType)) throw new TaxiiException(415, "No such form of request", $"Content-Type is '{Cut(context.Request.ContentType ?? "")}'; send {TaxiiMedia.Taxii}.");
        var body = await ReadAsync(context).ConfigureAwait(false);
        if (EnvelopeReader.Read(body, out var problem) is not { } items) throw new TaxiiException(422, "No envelope", problem);
        if (items.Count == 0) throw new TaxiiException(422, "Nothing in it", "The envelope has no objects; send at least one.");
        var sender = new Sender(caller.Holder, caller.Name, caller.State, caller.IsPartner ? Origin.Partner : Origin.Own);
        var outcome = await services.GetRequiredService<BatchRecords>().AddAsync(collection, items, body, sender, context.RequestAborted).ConfigureAwait(false);
        if (outcome.Pending > 0) services.GetRequiredService<IntakeBell>().Ring();
        await TaxiiAnswer.WriteAsync(context, StatusCodes.Status202Accepted, writer =>
            TaxiiAnswer.Status(writer, outcome.Id, outcome.At, outcome.Total, outcome.Kept, outcome.Refused, outcome.Kept.Count, outcome.Refused.Count)).ConfigureAwait(false);
    }

    public static async Task DeleteAsync(HttpContext context, TaxiiCaller caller)
    {
        var services = context.RequestServices;
        var cancel = context.RequestAborted;
        var (collection, grant) = await CollectionAnswers.FindAsync(context, caller).ConfigureAwait(false);
        if (!grant.CanRead || !grant.CanWrite || !caller.MayRead || !caller.MayWrite) throw new TaxiiException(403, "Deleting is not allowed", "Who deletes may both read and write a collection; you may not.");
        var id = (string?)context.GetRouteValue("id") ?? "";
        if (!ObjectHead.IsId(id)) throw TaxiiException.Missing("An object of this name");
        // Where no version is named the object goes as a whole.
        var filter = TaxiiFilter.Read(context.Request.Query, TaxiiFilter.OfObject, VersionChoice.All);
        var question = filter.Question with { Ids = [id], Specs = filter.Question.Specs.Count == 0 ? ["2.0", "2.1"] : filter.Question.Specs };
        var reader = services.GetRequiredService<ObjectReader>();
        var rows = await reader.ReadAsync(collection.Number, question, ObjectRecords.MostVersions + 1, cancel).ConfigureAwait(false);
        if (rows.Count == 0) throw TaxiiException.Missing($"The object '{id}'");
        var senders = await reader.SendersAsync(collection.Number, id, cancel).ConfigureAwait(false);
        var own = rows.Where(row => senders.GetValueOrDefault(row.Added) == caller.Holder).Select(row => row.Added).ToList();
        if (own.Count < rows.Count) throw new TaxiiException(403, "Deleting is not allowed", "Others sent this object, or some of these versions. Only who sent something takes it out.");
        await services.GetRequiredService<ObjectRecords>().RemoveAsync(collection.Number, id, own, caller.Holder, cancel).ConfigureAwait(false);
        await ExchangeActs.RemovedAsync(services.GetRequiredService<IAuditLog>(), services.GetRequiredService<TimeProvider>().GetUtcNow(), caller.Holder, collection.Id, id, own.Count, cancel).ConfigureAwait(false);
        context.Response.StatusCode = StatusCodes.Status200OK;
        context.Response.ContentType = TaxiiMedia.Taxii;
        context.Response.ContentLength = 0;
    }

    private static async Task<ReadOnlyMemory<byte>> ReadAsync(HttpContext context)
    {
        if (context.Request.ContentLength > TaxiiDoor.LargestBody) throw TaxiiDoor.TooLarge();
        var body = new MemoryStream((int)(context.Request.ContentLength ?? 4096));
        await context.Request.Body.CopyToAsync(body, context.RequestAborted).ConfigureAwait(false);
        return body.Length > TaxiiDoor.LargestBody ? throw TaxiiDoor.TooLarge() : body.GetBuffer().AsMemory(0, (int)body.Length);
    }

    private static string Cut(string text) => text.Length <= 100 ? text : text[..100] + "…";
}
