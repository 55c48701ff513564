using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Noroshi.Storage;

namespace Noroshi.Exchange.Taxii;

/// <summary>The addresses of the TAXII 2.1 server, one line each. Discovery at <c>/taxii2/</c>, one API root at <c>/taxii2/main/</c>.</summary>
internal static class TaxiiServer
{
    /// <summary>Path of discovery.</summary>
    public const string Discovery = "/taxii2/";

    /// <summary>Path of the API root.</summary>
    public const string Root = "/taxii2/main/";

    private const string Collection = Root + "collections/{collection}/";

    public static void Map(IEndpointRouteBuilder root)
    {
        Add(root, "GET", Discovery, DiscoverAsync);
        Add(root, "GET", Root, RootAsync);
        Add(root, "GET", Root + "status/{id}/", CollectionAnswers.StatusAsync);
        Add(root, "GET", Root + "collections/", CollectionAnswers.ListAsync);
        Add(root, "GET", Collection, CollectionAnswers.OneAsync);
        Add(root, "GET", Collection + "manifest/", ObjectAnswers.ManifestAsync);
        Add(root, "GET", Collection + "objects/", ObjectAnswers.ObjectsAsync);
        Add(root, "POST", Collection + "objects/", ObjectIntake.AddAsync);
        Add(root, "GET", Collection + "objects/{id}/", ObjectAnswers.ObjectAsync);
        Add(root, "DELETE", Collection + "objects/{id}/", ObjectIntake.DeleteAsync);
        Add(root, "GET", Collection + "objects/{id}/versions/", ObjectAnswers.VersionsAsync);
        Add(root, null, Discovery + "{**rest}", (context, _) => throw TaxiiException.Missing($"{context.Request.Method} {context.Request.Path}"));
    }

    private static void Add(IEndpointRouteBuilder root, string? method, string path, Func<HttpContext, TaxiiCaller, Task> handle)
    {
        var handler = TaxiiDoor.Open(handle);
        var endpoint = method is null ? root.Map(path, handler) : root.MapMethods(path, [method], handler);
        // Machines of partners sign in here in their own way; cookies and roles of people do not count.
        endpoint.WithMetadata(new AllowAnonymousAttribute()).ExcludeFromDescription();
    }

    private static Task DiscoverAsync(HttpContext context, TaxiiCaller caller)
    {
        var options = context.RequestServices.GetRequiredService<NodeOptions>();
        var main = $"{context.Request.Scheme}://{context.Request.Host}{Root}";
        return TaxiiAnswer.WriteAsync(context, StatusCodes.Status200OK, writer =>
        {
            writer.WriteString("title"u8, $"Noroshi, national node of {options.State}{(options.Exercise ? " (EXERCISE)" : "")}");
            writer.WriteString("description"u8, "Objects leave under the release rules of the collection that they are in.");
            writer.WriteString("default"u8, main);
            writer.WriteStartArray("api_roots"u8);
            writer.WriteStringValue(main);
            writer.WriteEndArray();
        });
    }

    private static Task RootAsync(HttpContext context, TaxiiCaller caller) => TaxiiAnswer.WriteAsync(context, StatusCodes.Status200OK, writer =>
    {
        writer.WriteString("title"u8, "Main");
        writer.WriteString("description"u8, "The collections of this node.");
        writer.WriteStartArray("versions"u8);
        writer.WriteStringValue(TaxiiMedia.Taxii);
        writer.WriteEndArray();
        writer.WriteNumber("max_content_length"u8, TaxiiDoor.LargestBody);
    });
}
