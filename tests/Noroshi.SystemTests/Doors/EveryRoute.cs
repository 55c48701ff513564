using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Noroshi.Node;
using Noroshi.Storage;
using Noroshi.SystemTests.Running;

namespace Noroshi.SystemTests.Doors;

/// <summary>A node in this process, so that a test can ask it for every route it has; talked to over a real port.</summary>
public sealed class EveryRoute : IAsyncLifetime
{
    private readonly TempFolder _folder = new();
    private WebApplication? _app;

    internal HttpClient Client { get; private set; } = null!;

    /// <summary>Method and a concrete path for each endpoint, with the pattern it came from.</summary>
    internal IReadOnlyList<(string Method, string Path, RouteEndpoint Endpoint)> Routes { get; private set; } = [];

    public async ValueTask InitializeAsync()
    {
        _app = await NodeHost.BuildAsync(
            new ServeOptions
            {
                Node = new NodeOptions { DataDirectory = _folder.Below("d"), ReferenceData = ReferenceFolder.Find() },
                Urls = "http://127.0.0.1:0",
            },
            TestContext.Current.CancellationToken);
        await _app.StartAsync(TestContext.Current.CancellationToken);
        Client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false, UseCookies = false })
        {
            BaseAddress = new Uri(_app.Urls.First(url => !url.StartsWith("http://unix", StringComparison.Ordinal))),
        };
        Routes =
        [
            .. from endpoint in _app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
               from method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"]
               select (method, Concrete(endpoint), endpoint),
        ];
    }

    public async ValueTask DisposeAsync()
    {
        Client?.Dispose();
        if (_app is not null)
        {
            await _app.StopAsync(CancellationToken.None);
            await _app.DisposeAsync();
        }
        _folder.Dispose();
    }

    private static string Concrete(RouteEndpoint endpoint) =>
        "/" + string.Join('/', endpoint.RoutePattern.PathSegments.Select(segment => string.Concat(segment.Parts.Select(part => part switch
        {
            Microsoft.AspNetCore.Routing.Patterns.RoutePatternLiteralPart literal => literal.Content,
            Microsoft.AspNetCore.Routing.Patterns.RoutePatternSeparatorPart separator => separator.Content,
            Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart { ParameterPolicies.Count: > 0 } restricted => Fitting(restricted),
            Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart { Name: "documentName" } => "v1",
            _ => "1",
        }))));

    private static string Fitting(Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart part)
    {
        var policies = string.Join(' ', part.ParameterPolicies.Select(policy => policy.Content));
        return policies.Contains("png", StringComparison.Ordinal) ? "a.png"
            : policies.Contains("guid", StringComparison.Ordinal) ? Guid.Empty.ToString()
            : policies.Contains("range(400", StringComparison.Ordinal) ? "404"
            : "1";
    }
}
