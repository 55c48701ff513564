using System.Text.Json;

namespace Noroshi.SystemTests.Doors;

/// <summary>The description of the API describes the API: every route, each with a summary, and nothing that is not there.</summary>
public sealed class OpenApiTests(EveryRoute house) : IClassFixture<EveryRoute>
{
    [Fact]
    public async Task Description_WhenRead_CoversEveryApiRoute()
    {
        using var document = JsonDocument.Parse(await house.Client.GetStringAsync("/openapi/v1.json", TestContext.Current.CancellationToken));
        var root = document.RootElement;
        root.GetProperty("openapi").GetString().ShouldStartWith("3.");
        root.GetProperty("info").GetProperty("title").GetString().ShouldBe("Noroshi");
        var described = (from path in root.GetProperty("paths").EnumerateObject()
                         from operation in path.Value.EnumerateObject()
                         where operation.Name is not ("parameters" or "summary" or "description")
                         select $"{operation.Name.ToUpperInvariant()} {path.Name}").ToHashSet();
        var mapped = house.Routes
            .Where(route => route.Endpoint.RoutePattern.RawText?.TrimStart('/').StartsWith("api/", StringComparison.Ordinal) == true
                && route.Endpoint.Metadata.GetMetadata<Microsoft.AspNetCore.Routing.IExcludeFromDescriptionMetadata>() is null)
            .Select(route => $"{route.Method} {Plain(route.Endpoint)}").ToHashSet();
        mapped.ShouldNotBeEmpty();
        mapped.Except(described).ShouldBeEmpty();
        described.Except(mapped).ShouldBeEmpty();
    }

    [Fact]
    public async Task Operations_WhenDescribed_SayWhatTheyDo()
    {
        using var document = JsonDocument.Parse(await house.Client.GetStringAsync("/openapi/v1.json", TestContext.Current.CancellationToken));
        var silent = from path in document.RootElement.GetProperty("paths").EnumerateObject()
                     from operation in path.Value.EnumerateObject()
                     where !operation.Value.TryGetProperty("summary", out var summary) || string.IsNullOrWhiteSpace(summary.GetString())
                     select $"{operation.Name} {path.Name}";
        silent.ShouldBeEmpty();
    }

    [Fact]
    public async Task References_WhenInTheDescription_PointAtSomething()
    {
        var text = await house.Client.GetStringAsync("/openapi/v1.json", TestContext.Current.CancellationToken);
        using var document = JsonDocument.Parse(text);
        foreach (System.Text.RegularExpressions.Match reference in System.Text.RegularExpressions.Regex.Matches(text, "\"\\$ref\": ?\"#/([^\"]+)\""))
        {
            var at = document.RootElement;
            foreach (var step in reference.Groups[1].Value.Split('/'))
                at.TryGetProperty(step, out at).ShouldBeTrue(reference.Value);
        }
    }

    // Route constraints ({id:guid}) are the server's business; the description names the parameter alone.
    private static string Plain(Microsoft.AspNetCore.Routing.RouteEndpoint endpoint) =>
        "/" + System.Text.RegularExpressions.Regex.Replace(endpoint.RoutePattern.RawText!.Trim('/'), @"\{\**([A-Za-z]+)[^}]*\}", "{$1}");
}
