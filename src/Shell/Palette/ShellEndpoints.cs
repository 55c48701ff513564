using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Noroshi.Shell.Ui;
using Noroshi.Storage;

namespace Noroshi.Shell.Palette;

/// <summary>The JSON that the shell's own islands ask for.</summary>
internal static class ShellEndpoints
{
    private const int LongestQuery = 100;

    internal static void MapShell(this IEndpointRouteBuilder endpoints)
    {
        var api = endpoints.MapGroup("/api/v1/shell");
        api.MapGet("/palette", static (string? q, HttpContext context, PaletteSearch search) => q?.Length > LongestQuery
            ? Results.BadRequest()
            : Results.Ok(new { entries = search.Find(q, context.User, CultureInfo.CurrentUICulture).Select(entry => new { entry.Title, entry.Href, entry.Kind }) }))
            .WithSummary("Pages and other things whose name begins with or contains what was typed, as far as the caller may see them.");
        api.MapGet("/map", static (NodeOptions options) => Results.File(MapFile(options), "application/json"))
            .WithSummary("The land that maps are drawn on, as TopoJSON: the operator's own file, or the world without borders.");
    }

    /// <summary>The operator's own land, since what a map shows is theirs to decide; else the world's, without borders.</summary>
    private static string MapFile(NodeOptions options)
    {
        var own = Path.GetFullPath(Path.Combine(options.DataDirectory, "map.json"));
        return File.Exists(own) ? own : Path.Combine(Asset.Folder, "lib", "world-atlas", "land-110m.json");
    }
}
