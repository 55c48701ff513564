using System.IO.Compression;
using Microsoft.AspNetCore.ResponseCompression;

namespace Noroshi.Node.Hosting;

/// <summary>Compression where it gives nothing away: files and read-only JSON, never pages.</summary>
internal static class Compression
{
    // Pages carry antiforgery tokens beside text the visitor typed; compressed together, the length tells the token (BREACH).
    internal static IServiceCollection AddCompression(this IServiceCollection services)
    {
        services.Configure<BrotliCompressionProviderOptions>(options => options.Level = CompressionLevel.Fastest);
        services.Configure<GzipCompressionProviderOptions>(options => options.Level = CompressionLevel.Fastest);
        return services.AddResponseCompression(options =>
        {
            options.EnableForHttps = true;
            options.MimeTypes = ["application/json", "application/geo+json", "text/csv", "text/css", "text/javascript", "image/svg+xml"];
        });
    }

    /// <summary>Compresses what the API answers to reading; files are compressed where they are served.</summary>
    internal static void UseCompression(this WebApplication app) => app.UseWhen(
        context => HttpMethods.IsGet(context.Request.Method) && Problems.IsApi(context),
        branch => branch.UseResponseCompression());
}
