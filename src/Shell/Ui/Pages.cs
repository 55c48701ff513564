using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Noroshi.Shell.Docs;
using Noroshi.Shell.Languages;
using Noroshi.Shell.Palette;
using Noroshi.Shell.ReferenceData;
using Noroshi.Shell.Today;

namespace Noroshi.Shell.Ui;

/// <summary>What the host calls to serve pages: services, then the pipeline, then the endpoints.</summary>
internal static class Pages
{
    /// <summary>Needs the opened modules in the services.</summary>
    internal static void AddPages(this IServiceCollection services)
    {
        services.AddSingleton(static provider => new OpenModules(provider.GetRequiredService<IReadOnlyList<NoroshiModule>>()));
        services.AddLocalization();
        services.AddAuthorization();
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All)); // Japanese as itself, not as six bytes of entity per letter.
        services.AddRazorComponents();
        services.AddCascadingAuthenticationState();
        services.AddHttpContextAccessor();
        services.AddScoped<PaletteSearch>();
        services.AddScoped<TodayBoard>();
        services.AddSingleton<DocsLibrary>();
        services.AddResponseCompression(static options => options.EnableForHttps = true);
    }

    /// <summary>Assets, language and error pages: before authentication, since strangers need them too.</summary>
    internal static void UsePages(this IApplicationBuilder app)
    {
        app.UseAssets();
        app.UsePreferences();
        app.UseErrorPages();
    }

    /// <summary>Every page of the shell and of the modules that are open, and the JSON of the shell's own islands.</summary>
    internal static RazorComponentsEndpointConventionBuilder MapPages(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapShell();
        endpoints.MapDocsImages();
        endpoints.MapReferenceData();
        return endpoints.MapRazorComponents<App>().AddAdditionalAssemblies([.. endpoints.ServiceProvider.GetRequiredService<OpenModules>().PageAssemblies]);
    }
}
