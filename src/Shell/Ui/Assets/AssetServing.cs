using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;

namespace Noroshi.Shell.Ui;

/// <summary>Serves the assets: compressed, kept by browsers for a year, to anyone (the sign-in page needs them too).</summary>
internal static class AssetServing
{
    internal static void UseAssets(this IApplicationBuilder app) => app.Map(Asset.Prefix, assets =>
    {
        assets.UseResponseCompression();
        assets.UseStaticFiles(new StaticFileOptions
        {
            FileProvider = new PhysicalFileProvider(Asset.Folder),
            OnPrepareResponse = static context => Keep(context),
        });
        assets.Run(static context =>
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        });
    });

    private static void Keep(StaticFileResponseContext context)
    {
        context.Context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        context.Context.Response.Headers.XContentTypeOptions = "nosniff";
    }
}
