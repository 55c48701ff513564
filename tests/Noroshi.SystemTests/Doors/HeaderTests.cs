using System.Net;
using System.Text.RegularExpressions;

namespace Noroshi.SystemTests.Doors;

/// <summary>Every answer, whatever it is, carries the headers that keep browsers honest.</summary>
public sealed partial class HeaderTests(EveryRoute house) : IClassFixture<EveryRoute>
{
    [Fact]
    public async Task Answers_WhenOfAnyRoute_CarryTheSecurityHeaders()
    {
        var page = await house.Client.GetStringAsync("/sign-in", TestContext.Current.CancellationToken);
        var asset = Asset().Match(page) is { Success: true } found ? found.Value : throw new InvalidOperationException("The sign-in page names no asset.");
        string[] more = ["/nothing/here", "/api/v1/nothing", asset, "/assets/000000000000/none.css", "/sign-in"];
        foreach (var path in house.Routes.Where(route => route.Method == "GET").Select(route => route.Path).Concat(more).Distinct())
        {
            using var answer = await house.Client.GetAsync(path, TestContext.Current.CancellationToken);
            string Header(string name) => answer.Headers.TryGetValues(name, out var values) ? string.Join(',', values)
                : answer.Content.Headers.TryGetValues(name, out values) ? string.Join(',', values) : "";
            var policy = Header("Content-Security-Policy");
            policy.ShouldContain("default-src 'self'", customMessage: path);
            policy.ShouldContain("frame-ancestors 'none'", customMessage: path);
            policy.ShouldNotContain("unsafe-", customMessage: path);
            Header("X-Content-Type-Options").ShouldBe("nosniff", path);
            Header("Cross-Origin-Opener-Policy").ShouldBe("same-origin", path);
            Header("Cross-Origin-Resource-Policy").ShouldBe("same-origin", path);
            Header("Referrer-Policy").ShouldNotBeEmpty(path);
            Header("Permissions-Policy").ShouldContain("camera=()", customMessage: path);
            Header("Server").ShouldBeEmpty(path);
            Header("X-Powered-By").ShouldBeEmpty(path);
            if (!path.StartsWith("/assets/", StringComparison.Ordinal))
                Header("Cache-Control").ShouldContain("no-store", customMessage: path);
        }
    }

    [Fact]
    public async Task Pages_WhenSent_HoldNoInlineScriptOrStyle()
    {
        var page = await house.Client.GetStringAsync("/sign-in", TestContext.Current.CancellationToken);
        Inline().Matches(page).Select(match => match.Value).ShouldBeEmpty();
    }

    [Fact]
    public async Task ApiErrors_WhenOfAnyKind_AreProblemsWithATraceId()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/nothing");
        request.Headers.Accept.ParseAdd("text/html");
        using var answer = await house.Client.SendAsync(request, TestContext.Current.CancellationToken);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldMatch("\"traceId\":\"[0-9a-f]{32}\"");
    }

    [Fact]
    public async Task Bodies_WhenTooLarge_AreRefused()
    {
        using var large = new ByteArrayContent(new byte[5 << 20]);
        large.Headers.ContentType = new("application/x-www-form-urlencoded");
        try
        {
            using var answer = await house.Client.PostAsync("/sign-in", large, TestContext.Current.CancellationToken);
            answer.StatusCode.ShouldBeOneOf(HttpStatusCode.RequestEntityTooLarge, HttpStatusCode.BadRequest);
        }
        catch (HttpRequestException)
        {
            // The node closed the connection while the rest was still being sent: refused as well.
        }
    }

    [Fact]
    public async Task ForwardedAddresses_WhenFromNoProxyOfOurs_AreNotBelieved()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.Add("X-Forwarded-Proto", "https");
        request.Headers.Add("X-Forwarded-Host", "elsewhere.example");
        using var answer = await house.Client.SendAsync(request, TestContext.Current.CancellationToken);
        answer.Headers.Contains("Strict-Transport-Security").ShouldBeFalse();
        answer.Headers.Location?.ToString().ShouldNotContain("elsewhere");
    }

    [GeneratedRegex("/assets/[0-9a-f]{12}/css/[a-z]+\\.css")]
    private static partial Regex Asset();

    [GeneratedRegex("<script(?![^>]*\\bsrc=)[^>]*>|<style\\b|\\sstyle=\"|\\son[a-z]+=\"")]
    private static partial Regex Inline();
}
