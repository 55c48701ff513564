using System.Net;
using Noroshi.Contracts;
using Noroshi.Shell.Access;

namespace Noroshi.Tests.Shell.Access.SignIn;

/// <summary>Second factors on a node that is no exercise.</summary>
public sealed class SecondFactorTests : IAsyncLifetime
{
    private TestNode _node = null!;

    public async ValueTask InitializeAsync() => _node = await TestNode.StartAsync(secondFactor: true);

    public ValueTask DisposeAsync() => _node.DisposeAsync();

    [Fact]
    public async Task Person_WhenWithoutSecondFactor_SeesNothingButItsSetUp()
    {
        using var browser = await _node.SignedInAsync("admin", Role.Administrator);
        foreach (var path in new[] { "/", "/settings/users", "/settings/audit", "/settings/audit.csv" })
            (await browser.GetAsync(path)).Target.ShouldBe("/account/second-factor", path);
        (await browser.GetAsync("/openapi/v1.json")).Status.ShouldBe(HttpStatusCode.OK);
        (await browser.PressAsync("/account/second-factor", "/settings/users/x/disable")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await browser.GetAsync("/account/second-factor")).Status.ShouldBe(HttpStatusCode.OK);
        (await browser.GetAsync("/account")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task CodeApp_WhenEnrolled_IsAskedForAndEachCodeWorksOnce()
    {
        using var browser = await _node.SignedInAsync("admin", Role.Administrator);
        var (key, codes) = await EnrolAsync(browser);
        codes.Count.ShouldBe(10);
        (await browser.GetAsync("/settings/users")).Status.ShouldBe(HttpStatusCode.OK);
        // The secret is sealed in the records, and the codes are hashed.
        (await _node.Records.FirstAsync<string>("SELECT authenticator_key FROM person", null, default)).ShouldNotBeNull().ShouldNotContain(key);
        (await _node.Records.QueryAsync<string>("SELECT code_hash FROM recovery_code", null, default)).ShouldAllBe(hash => hash.Length == 64);

        using var next = _node.Browser();
        (await next.SubmitAsync("/sign-in", "sign-in", ("name", "admin"), ("password", TestNode.Password))).Target.ShouldBe("/sign-in/code?returnUrl=%2F");
        (await next.GetAsync("/account")).Status.ShouldBe(HttpStatusCode.Found);
        // The code that enrolled the app is used up; so are older ones.
        (await next.SubmitAsync("/sign-in/code", "code", ("code", TimeCode.At(key, TimeProvider.System.GetUtcNow())))).Status.ShouldBe(HttpStatusCode.OK);
        (await next.SubmitAsync("/sign-in/code", "code", ("code", "000000"))).Text.ShouldContain("not right");
        await ForgetStepAsync();
        (await next.SubmitAsync("/sign-in/code", "code", ("code", TimeCode.At(key, TimeProvider.System.GetUtcNow())))).Target.ShouldBe("/");
        (await next.GetAsync("/settings/users")).Status.ShouldBe(HttpStatusCode.OK);

        var acts = await _node.ActsAsync();
        acts.ShouldContain("access.code-app.enrolled:done");
        acts.ShouldContain("sign-in.code:failed");
        acts.ShouldContain("sign-in.code:done");
    }

    [Fact]
    public async Task RecoveryCode_WhenUsed_WorksOnce()
    {
        using var browser = await _node.SignedInAsync("admin", Role.Administrator);
        var (_, codes) = await EnrolAsync(browser);
        foreach (var (attempt, works) in new[] { (0, true), (1, false) })
        {
            using var next = _node.Browser();
            await next.SubmitAsync("/sign-in", "sign-in", ("name", "admin"), ("password", TestNode.Password));
            var answer = await next.SubmitAsync("/sign-in/code?returnUrl=%2Faccount", "code", ("code", attempt == 0 ? codes[3].ToLowerInvariant() : codes[3]));
            (answer.Target == "/account").ShouldBe(works);
        }

        (await _node.ActsAsync()).ShouldContain("sign-in.recovery-code:done");
        (await _node.Records.FirstAsync<int>("SELECT COUNT(*) FROM recovery_code", null, default)).ShouldBe(9);
    }

    [Fact]
    public async Task Codes_WhenGuessed_LockTheAccount()
    {
        using var browser = await _node.SignedInAsync("admin", Role.Administrator);
        var (key, codes) = await EnrolAsync(browser);
        await ForgetStepAsync();
        using var next = _node.Browser();
        await next.SubmitAsync("/sign-in", "sign-in", ("name", "admin"), ("password", TestNode.Password));
        for (var guess = 0; guess < 3; guess++) await next.SubmitAsync("/sign-in/code", "code", ("code", "00000" + guess));
        for (var guess = 0; guess < 2; guess++) await next.SubmitAsync("/sign-in/code", "code", ("code", "AAAAA-BBBB" + guess));
        (await next.SubmitAsync("/sign-in/code", "code", ("code", TimeCode.At(key, TimeProvider.System.GetUtcNow())))).Location.ShouldBeNull();
        (await next.SubmitAsync("/sign-in/code", "code", ("code", codes[0]))).Location.ShouldBeNull();
        (await _node.Records.FirstAsync<string>("SELECT locked_until FROM person", null, default)).ShouldNotBeNull();
    }

    [Fact]
    public async Task SecondStep_WhenWithoutTheFirst_LeadsBack()
    {
        using var browser = _node.Browser();
        (await browser.SubmitAsync("/sign-in/code", "code", ("code", "123456"))).Text.ShouldContain("Sign in again");
    }

    [Fact]
    public async Task SecondFactor_WhenChanged_NeedsThePasswordAgain()
    {
        using var browser = await _node.SignedInAsync("admin", Role.Administrator);
        await EnrolAsync(browser);
        var page = await browser.GetAsync("/account/second-factor");
        var fresh = page.Document.QuerySelector("code.secret")!.TextContent.Replace(" ", "", StringComparison.Ordinal);
        var code = TimeCode.At(fresh, TimeProvider.System.GetUtcNow());
        var refused = await browser.PostAsync("/account/second-factor", [("_handler", "code-app"), ("__RequestVerificationToken", page.FormToken), .. page.Hidden("code-app"), ("code", code), ("codeAppPassword", "a wrong password")]);
        refused.Text.ShouldContain("current password is not right");
        (await browser.SubmitAsync("/account/second-factor", "recovery", ("recoveryPassword", "a wrong password"))).Text.ShouldContain("current password is not right");
        (await browser.SubmitAsync("/account/second-factor", "recovery", ("recoveryPassword", TestNode.Password))).Document.QuerySelectorAll("ul.secret code").Length.ShouldBe(10);
    }

    [Fact]
    public async Task SetUpOfTheApp_WhenTheSealedSecretIsAnothersOrAltered_IsRefused()
    {
        using var one = await _node.SignedInAsync("one", Role.Administrator);
        using var two = await _node.SignedInAsync("two", Role.Analyst);
        var page = await one.GetAsync("/account/second-factor");
        var key = page.Document.QuerySelector("code.secret")!.TextContent.Replace(" ", "", StringComparison.Ordinal);
        var ticket = page.Hidden("code-app").Single().Value;
        foreach (var (browser, sealedSecret) in new[] { (two, ticket), (one, ticket[..^3] + "AAA"), (one, "") })
            (await browser.SubmitAsync("/account/second-factor", "code-app", ("ticket", sealedSecret), ("code", TimeCode.At(key, TimeProvider.System.GetUtcNow())))).Text.ShouldContain("lapsed");
        (await _node.Records.FirstAsync<int>("SELECT COUNT(*) FROM person WHERE two_factor = 1", null, default)).ShouldBe(0);
    }

    private Task<int> ForgetStepAsync() => _node.Records.ExecuteAsync("UPDATE person SET last_code_step = 0", null, default);

    private static async Task<(string Key, IReadOnlyList<string> Codes)> EnrolAsync(TestBrowser browser)
    {
        var page = await browser.GetAsync("/account/second-factor");
        var key = page.Document.QuerySelector("code.secret")!.TextContent.Replace(" ", "", StringComparison.Ordinal);
        page.Document.QuerySelector("a[href^='otpauth:']")!.GetAttribute("href")!.ShouldContain("secret=" + key);
        var answer = await browser.PostAsync("/account/second-factor", [("_handler", "code-app"), ("__RequestVerificationToken", page.FormToken), .. page.Hidden("code-app"), ("code", TimeCode.At(key, TimeProvider.System.GetUtcNow()))]);
        answer.Status.ShouldBe(HttpStatusCode.OK);
        return (key, [.. answer.Document.QuerySelectorAll("ul.secret code").Select(code => code.TextContent)]);
    }
}
