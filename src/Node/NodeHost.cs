using Noroshi.Shell.Ui;
using Noroshi.Storage;

namespace Noroshi.Node;

/// <summary>Builds the web application of a node from its options.</summary>
internal static class NodeHost
{
    /// <summary>Composes the application; the data folder is held until it is disposed.</summary>
    internal static async Task<WebApplication> BuildAsync(ServeOptions options, CancellationToken cancel)
    {
        var modules = House.Open(options.Node.Only);
        var folder = DataFolder.Hold(options.Node.DataDirectory);
        try
        {
            var builder = WebApplication.CreateBuilder(new WebApplicationOptions
            {
                ApplicationName = typeof(NodeHost).Assembly.GetName().Name,
                ContentRootPath = AppContext.BaseDirectory,
                EnvironmentName = Environments.Production,
            });
            builder.WebHost.UseUrls(options.Urls);
            builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
            // Registered by factory so that the container disposes of it last, after every store is closed.
            builder.Services.AddSingleton(_ => folder);
            builder.Services.AddHouse(options.Node, modules);
            builder.Services.AddPages();

            var app = builder.Build();
            app.Services.GetRequiredService<DataFolder>();
            await NodeServices.PrepareAsync(app.Services, cancel);

            app.UsePages();
            app.UseAntiforgery();
            app.MapGet("/health/live", () => Results.Json(new { status = "ok" })).AllowAnonymous();
            app.MapGet("/health", () => Results.Json(new { status = "ok" })).AllowAnonymous();
            foreach (var module in modules)
                module.MapEndpoints(app.MapGroup($"/api/v1/{module.Name}"));
            app.MapPages();
            return app;
        }
        catch
        {
            folder.Dispose();
            throw;
        }
    }
}
