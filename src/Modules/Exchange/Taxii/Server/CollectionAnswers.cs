using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Noroshi.Exchange.Store;

namespace Noroshi.Exchange.Taxii;

/// <summary>Collections as a caller sees them, and the status of what it sent.</summary>
internal static class CollectionAnswers
{
    public static async Task ListAsync(HttpContext context, TaxiiCaller caller)
    {
        var book = await context.RequestServices.GetRequiredService<ExchangeDirectory>().BookAsync(context.RequestAborted).ConfigureAwait(false);
        var seen = book.Collections.Where(collection => collection.ClosedAt is null).Select(collection => (collection, book.GrantOf(collection, caller.Holder))).Where(pair => pair.Item2 is not null).ToList();
        await TaxiiAnswer.WriteAsync(context, StatusCodes.Status200OK, writer =>
        {
            if (seen.Count == 0) return;
            writer.WriteStartArray("collections"u8);
            foreach (var (collection, grant) in seen)
            {
                writer.WriteStartObject();
                Write(writer, collection, grant!, caller);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        }).ConfigureAwait(false);
    }

    public static async Task OneAsync(HttpContext context, TaxiiCaller caller)
    {
        var (collection, grant) = await FindAsync(context, caller).ConfigureAwait(false);
        await TaxiiAnswer.WriteAsync(context, StatusCodes.Status200OK, writer => Write(writer, collection, grant, caller)).ConfigureAwait(false);
    }

    public static async Task StatusAsync(HttpContext context, TaxiiCaller caller)
    {
        var id = (string?)context.GetRouteValue("id") ?? "";
        var row = await context.RequestServices.GetRequiredService<BatchRecords>().FindAsync(id, caller.Holder, context.RequestAborted).ConfigureAwait(false) ?? throw TaxiiException.Missing($"The status '{Cut(id)}'");
        var (kept, refused) = BatchRecords.Lines(row);
        await TaxiiAnswer.WriteAsync(context, StatusCodes.Status200OK, writer => TaxiiAnswer.Status(writer, row.Id, row.At, row.Total, kept, refused, row.Succeeded, row.Failed)).ConfigureAwait(false);
    }

    /// <summary>The collection of the address with what the caller may do there.</summary>
    /// <exception cref="TaxiiException">There is none, or the caller may do nothing there: it learns not which.</exception>
    public static async Task<(ExchangeCollection Collection, Grant Grant)> FindAsync(HttpContext context, TaxiiCaller caller)
    {
        var id = (string?)context.GetRouteValue("collection") ?? "";
        var book = await context.RequestServices.GetRequiredService<ExchangeDirectory>().BookAsync(context.RequestAborted).ConfigureAwait(false);
        return book.Collection(id) is { } collection && book.GrantOf(collection, caller.Holder) is { } grant ? (collection, grant) : throw TaxiiException.Missing($"The collection '{Cut(id)}'");
    }

    private static void Write(Utf8JsonWriter writer, ExchangeCollection collection, Grant grant, TaxiiCaller caller)
    {
        writer.WriteString("id"u8, collection.Id);
        writer.WriteString("title"u8, collection.Title);
        if (collection.Description.Length > 0) writer.WriteString("description"u8, collection.Description);
        writer.WriteBoolean("can_read"u8, grant.CanRead && caller.MayRead);
        writer.WriteBoolean("can_write"u8, grant.CanWrite && caller.MayWrite);
        writer.WriteStartArray("media_types"u8);
        writer.WriteStringValue(TaxiiMedia.Stix + "2.1");
        writer.WriteStringValue(TaxiiMedia.Stix + "2.0");
        writer.WriteEndArray();
    }

    private static string Cut(string text) => text.Length <= 60 ? text : text[..60] + "…";
}
