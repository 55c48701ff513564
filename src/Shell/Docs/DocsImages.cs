using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Noroshi.Shell.Docs;

/// <summary>Pictures of the documentation: files of one folder, by plain name.</summary>
internal static class DocsImages
{
    internal static void MapDocsImages(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/docs/images/{name:regex(^[a-z0-9-]+\\.png$)}", static (string name, DocsLibrary library) =>
            Path.Combine(library.Folder, "images", name) is var file && File.Exists(file)
                ? Results.File(file, "image/png")
                : Results.NotFound());
}
