using Microsoft.AspNetCore.Authorization;

namespace Noroshi.SystemTests.Doors;

/// <summary>To a stranger every route is closed, unless this list says why it is open.</summary>
public sealed class ClosedDoorTests(EveryRoute house) : IClassFixture<EveryRoute>
{
    private static readonly string[] OpenToStrangers =
    [
        "/health", "/health/live", "/health/ready", // watchers have no account; they are told a single word
        "/openapi/{documentName}.json", // the description of a free program
        "/sign-in", "/sign-in/code", "/sign-in/passkey/options", "/set-up/{Token}", "/invitation/{Token}", // the way in
        "/.well-known/noroshi", // public keys and addresses, signed
        "/contacts/answer/{Token}", // whoever received a communication check has no account; the link is the secret, works once, and shows no contact
        "/errors/403", "/errors/404", "/errors/{Code:int:range(400,599)}", // what a stranger sees who is refused
    ];

    // Sensors come with tokens of their own, which the route itself looks at; strangers find these closed like the rest (below).
    private static readonly string[] CheckTheirOwnCallers =
    [
        "/api/v1/observatory/imports", "/api/v1/observatory/imports/{id}", "/api/v1/observatory/imports/{id}/rejected.csv",
        // Machines of partners, who have no account here: TAXII's own sign-in answers them.
        "/taxii2/", "/taxii2/{**rest}", "/taxii2/main/", "/taxii2/main/status/{id}/", "/taxii2/main/collections/", "/taxii2/main/collections/{collection}/", "/taxii2/main/collections/{collection}/manifest/",
        "/taxii2/main/collections/{collection}/objects/", "/taxii2/main/collections/{collection}/objects/{id}/", "/taxii2/main/collections/{collection}/objects/{id}/versions/",
    ];

    [Fact]
    public void Routes_WhenOpenToStrangers_AreOnTheList()
    {
        house.Routes.Count.ShouldBeGreaterThan(20);
        var open = house.Routes.Where(route => route.Endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null)
            .Select(route => Pattern(route.Endpoint)).Distinct().ToList();
        open.Except(OpenToStrangers).Except(CheckTheirOwnCallers).ShouldBeEmpty();
    }

    [Fact]
    public async Task Routes_WhenAStrangerAsks_AreClosed()
    {
        var tried = 0;
        foreach (var (method, path, endpoint) in house.Routes)
        {
            if (OpenToStrangers.Contains(Pattern(endpoint)) || Pattern(endpoint).StartsWith("/_framework", StringComparison.Ordinal))
                continue;
            foreach (var token in new[] { null, "nothing-anybody-was-ever-given" })
            {
                using var request = new HttpRequestMessage(new HttpMethod(method), path);
                if (token is not null)
                    request.Headers.Authorization = new("Bearer", token);
                using var answer = await house.Client.SendAsync(request, TestContext.Current.CancellationToken);
                var toSignIn = (int)answer.StatusCode == 302 && answer.Headers.Location?.ToString().Contains("/sign-in", StringComparison.Ordinal) == true;
                (toSignIn || (int)answer.StatusCode is 401 or 403).ShouldBeTrue($"{method} {path} answered {(int)answer.StatusCode} to a stranger");
                tried++;
            }
        }
        tried.ShouldBeGreaterThan(20);
    }

    [Fact]
    public async Task Health_WhenAStrangerAsks_SaysOneWord() =>
        (await house.Client.GetStringAsync("/health", TestContext.Current.CancellationToken)).ShouldMatch("""^\{"status":"(ok|warn|fail)"\}$""");

    [Fact]
    public async Task Control_WhenAskedFromTheNetwork_IsNotThere()
    {
        using var answer = await house.Client.PostAsync("/control/backup", null, TestContext.Current.CancellationToken);
        ((int)answer.StatusCode).ShouldBeOneOf(302, 401, 404);
    }

    private static string Pattern(Microsoft.AspNetCore.Routing.RouteEndpoint endpoint) => "/" + endpoint.RoutePattern.RawText?.TrimStart('/');
}
