using Noroshi.Node.Api;
using Noroshi.Node.Backups;
using Noroshi.Node.Control;
using Noroshi.Node.Health;
using Noroshi.Node.Hosting;
using Noroshi.Node.Telemetry;
using Noroshi.Shell;
using Noroshi.Shell.Access;
using Noroshi.Shell.Ui;
using Noroshi.Storage;

namespace Noroshi.Node;

/// <summary>Builds the web application of a node from its options.</summary>
internal static class NodeHost
{
    /// <summary>Composes the application; the data folder is held until it is disposed.</summary>
    /// <param name="options">What to serve.</param>
    /// <param name="cancel">Stops the work.</param>
    /// <param name="more">Services of whoever hosts the node: tests add receivers of their own.</param>
    internal static async Task<WebApplication> BuildAsync(ServeOptions options, CancellationToken cancel, Action<IServiceCollection>? more = null)
    {
        var modules = House.Open(options.Node.Only);
        FileModes.KeepPrivate();
        var folder = DataFolder.Hold(options.Node.DataDirectory);
        WebApplication? app = null;
        try
        {
            var builder = Builder(options, modules, folder);
            more?.Invoke(builder.Services);
            app = builder.Build();
            // Created first, so that the container disposes of it last, after every store is closed.
            app.Services.GetRequiredService<DataFolder>();
            Backup.RemoveStale(options.Node.DataDirectory);
            await NodeServices.PrepareAsync(app.Services, cancel);
            app.UseNode();
            app.MapNode(modules);
            return app;
        }
        catch
        {
            if (app is not null)
                await app.DisposeAsync();
            folder.Dispose();
            throw;
        }
    }

    private static WebApplicationBuilder Builder(ServeOptions options, IReadOnlyList<NoroshiModule> modules, DataFolder folder)
    {
        var (configuration, settings) = NodeSettings.Read(options.Node.DataDirectory);
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(NodeHost).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
            EnvironmentName = Environments.Production,
        });
        builder.Configuration.AddConfiguration(configuration);
        builder.WebHost.UseKestrel(kestrel => kestrel.ConfigureLimits(settings)).UseKestrelHttpsConfiguration();
        builder.WebHost.UseUrls(Urls(options));
        builder.Logging.AddNodeLogging();
        builder.Services.AddSingleton(_ => folder);
        builder.Services.AddSingleton(settings);
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(settings.StopSeconds));
        builder.Services.AddHouse(options.Node, modules);
        builder.Services.AddRouting();
        builder.Services.AddAccess(options.Node);
        builder.Services.AddPages();
        builder.Services.AddReverseProxies(settings);
        builder.Services.AddRateLimits(settings);
        builder.Services.AddProblems();
        builder.Services.AddCompression();
        builder.Services.AddApiDescription();
        builder.Services.AddHostedService<NodeTelemetry>();
        return builder;
    }

    private static string Urls(ServeOptions options)
    {
        if (!ControlSocket.Fits(options.Node.DataDirectory))
            return options.Urls;
        ControlSocket.RemoveStale(options.Node.DataDirectory);
        return $"{options.Urls};http://unix:{ControlSocket.PathIn(options.Node.DataDirectory)}";
    }

    private static void UseNode(this WebApplication app)
    {
        app.UseControl();
        app.UseRequestLog();
        app.UseSecurityHeaders();
        app.UseForwardedHeaders();
        app.UseHostFiltering();
        app.UseProblems();
        app.UseCompression();
        app.UsePages();
        app.UseRouting();
        app.UseAuthentication();
        app.UseRateLimiter();
        app.UseAuthorization();
        app.UseAntiforgery();
    }

    private static void MapNode(this WebApplication app, IReadOnlyList<NoroshiModule> modules)
    {
        app.MapHealth();
        app.MapApiDescription();
        foreach (var module in modules)
        {
            module.MapEndpoints(app.MapGroup($"/api/v1/{module.Name}").WithTags(module.Name));
            module.MapRoot(app);
        }
        app.MapAccess();
        app.MapPages();
    }
}
