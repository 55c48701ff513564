using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Noroshi.Exchange.Sharing;
using Noroshi.Exchange.Store;

namespace Noroshi.Exchange.Taxii;

/// <summary>Objects, manifests and versions, as far as the release rules let them leave.</summary>
internal static class ObjectAnswers
{
    public static async Task ObjectsAsync(HttpContext context, TaxiiCaller caller)
    {
        var (page, next) = await ReadAsync(context, caller, "objects", null, TaxiiFilter.OfCollection, VersionChoice.Last, lists: true).ConfigureAwait(false);
        await TaxiiAnswer.WritePageAsync(context, page, next, "objects", WriteObject).ConfigureAwait(false);
    }

    public static async Task ObjectAsync(HttpContext context, TaxiiCaller caller)
    {
        var (page, next) = await ReadAsync(context, caller, "object", IdOf(context), TaxiiFilter.OfObject, VersionChoice.Last, lists: true).ConfigureAwait(false);
        await TaxiiAnswer.WritePageAsync(context, page, next, "objects", WriteObject).ConfigureAwait(false);
    }

    public static async Task ManifestAsync(HttpContext context, TaxiiCaller caller)
    {
        var (page, next) = await ReadAsync(context, caller, "manifest", null, TaxiiFilter.OfCollection, VersionChoice.Last, lists: false).ConfigureAwait(false);
        await TaxiiAnswer.WritePageAsync(context, page, next, "objects", (writer, item) =>
        {
            writer.WriteStartObject();
            writer.WriteString("id"u8, item.Row.Id);
            writer.WriteString("date_added"u8, Moments.Text(item.Row.Added));
            writer.WriteString("version"u8, item.Row.VersionText);
            writer.WriteString("media_type"u8, TaxiiMedia.Stix + item.Row.Spec);
            writer.WriteEndObject();
        }).ConfigureAwait(false);
    }

    public static async Task VersionsAsync(HttpContext context, TaxiiCaller caller)
    {
        var (page, next) = await ReadAsync(context, caller, "versions", IdOf(context), TaxiiFilter.OfVersions, VersionChoice.All, lists: false).ConfigureAwait(false);
        await TaxiiAnswer.WritePageAsync(context, page, next, "versions", (writer, item) => writer.WriteStringValue(item.Row.VersionText)).ConfigureAwait(false);
    }

    private static async Task<(LeavingPage Page, string? Next)> ReadAsync(HttpContext context, TaxiiCaller caller, string address, string? id, string[] matches, VersionChoice usual, bool lists)
    {
        var services = context.RequestServices;
        var cancel = context.RequestAborted;
        var (collection, grant) = await CollectionAnswers.FindAsync(context, caller).ConfigureAwait(false);
        if (!grant.CanRead || !caller.MayRead) throw new TaxiiException(403, "Reading is not allowed", "You may know of this collection but not read it.");
        var filter = TaxiiFilter.Read(context.Request.Query, matches, usual);
        var question = id is null ? filter.Question : filter.Question with { Ids = [id] };
        var tokens = services.GetRequiredService<NextToken>();
        var asked = AskedOf(collection.Id, address, id, filter);
        if (filter.Next is { } token)
            question = question with { After = tokens.Open(token, asked) ?? throw TaxiiException.Wrong("'next' continues another question, or was not made here. Send it with the same filters as the request that answered it, or begin again without it.") };
        var request = new ReleaseRequest(caller.Recipient, Exit.Taxii, services.GetRequiredService<TimeProvider>().GetUtcNow()) { Purpose = grant.Purpose };
        var wayOut = services.GetRequiredService<WayOut>();
        var page = await wayOut.ReadAsync(collection, question, filter.Limit, request, lists, cancel).ConfigureAwait(false);
        if (id is not null && page.Objects.Count == 0 && !page.More && !await IsHereAsync(wayOut, collection, id, request, cancel).ConfigureAwait(false)) throw TaxiiException.Missing($"The object '{id}'");
        return (page, page.More ? tokens.Seal(page.Last, asked) : null);
    }

    // What is withheld altogether is answered like what was never here.
    private static async Task<bool> IsHereAsync(WayOut wayOut, ExchangeCollection collection, string id, ReleaseRequest request, CancellationToken cancel) =>
        (await wayOut.ReadAsync(collection, new ObjectQuestion { Ids = [id], Specs = ["2.0", "2.1"], Versions = [VersionChoice.All] }, 1, request, lists: false, cancel).ConfigureAwait(false)).Objects.Count > 0;

    private static byte[] AskedOf(string collection, string address, string? id, TaxiiFilter filter) => SHA256.HashData([.. Encoding.UTF8.GetBytes($"{collection}\n{address}\n{id}\n"), .. filter.Digest]);

    private static string IdOf(HttpContext context)
    {
        var id = (string?)context.GetRouteValue("id") ?? "";
        return ObjectHead.IsId(id) ? id : throw TaxiiException.Missing("An object of this name");
    }

    private static void WriteObject(Utf8JsonWriter writer, LeavingObject item) => writer.WriteRawValue(item.Content.Span, skipInputValidation: true);
}
