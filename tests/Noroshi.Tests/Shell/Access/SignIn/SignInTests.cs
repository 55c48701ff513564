using System.Net;
using Noroshi.Contracts;
using Noroshi.Shell.Access;
using Noroshi.Shell.Audit;

namespace Noroshi.Tests.Shell.Access.SignIn;

/// <summary>Signing in on an exercise node: password, lockout, and how a sign-in ends.</summary>
public sealed class SignInTests(DoorTests.House house) : IClassFixture<DoorTests.House>
{
    private readonly TestNode _node = house.Node;

    // One node for all tests here; each test has people of its own.
    private readonly string _someone = "someone-" + Guid.NewGuid().ToString("N")[..8];
    private readonly string _admin = "admin-" + Guid.NewGuid().ToString("N")[..8];

    [Fact]
    public async Task Refusals_WhenForDifferentReasons_LookTheSame()
    {
        await _node.AddUserAsync("locked", Role.Analyst);
        await _node.Records.ExecuteAsync("UPDATE person SET locked_until = '2999-01-01T00:00:00.0000000Z' WHERE name = 'locked'", null, default);
        var id = await _node.AddUserAsync("disabled", Role.Analyst);
        await _node.AddUserAsync(_admin, Role.Administrator);
        await _node.Users.SetDisabledAsync(id, true, Actor.System, default);
        await _node.AddUserAsync("known", Role.Analyst);
        var invited = await _node.Users.CreateAsync(new NewUser("invited", "Invited", "csirt", [Role.Analyst]), Actor.System, default);
        invited.ShouldNotBeNull();

        var seen = new List<string>();
        foreach (var (name, password) in new[] { ("nobody", TestNode.Password), ("known", "a wrong password"), ("locked", TestNode.Password), ("disabled", TestNode.Password), ("invited", ""), ("known", new string('x', 5000)), ("a b'; DROP TABLE person; --", "x") })
        {
            using var browser = _node.Browser();
            var answer = await browser.SubmitAsync("/sign-in", "sign-in", ("name", name), ("password", password));
            answer.Status.ShouldBe(HttpStatusCode.OK);
            browser.Cookies.GetAllCookies().ShouldNotContain(cookie => cookie.Name.StartsWith("noroshi.session", StringComparison.Ordinal));
            seen.Add(answer.Document.QuerySelector("[role=alert]")!.TextContent.Trim());
        }

        seen.Distinct().Count().ShouldBe(1);
        (await _node.Records.QueryAsync<string>("SELECT details FROM audit_event", null, default)).ShouldAllBe(details => !details.Contains("DROP", StringComparison.Ordinal) && !details.Contains("nobody", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Account_WhenGuessedAtFiveTimes_IsLockedEvenForTheRightPassword()
    {
        await _node.AddUserAsync(_someone, Role.Analyst);
        using var browser = _node.Browser();
        for (var guess = 0; guess < 5; guess++) (await browser.SubmitAsync("/sign-in", "sign-in", ("name", _someone), ("password", $"wrong guess {guess}"))).Status.ShouldBe(HttpStatusCode.OK);
        (await browser.SubmitAsync("/sign-in", "sign-in", ("name", _someone), ("password", TestNode.Password))).Status.ShouldBe(HttpStatusCode.OK);
        (await _node.ActsAsync()).ShouldContain("sign-in.locked:failed");

        await _node.Records.ExecuteAsync("UPDATE person SET locked_until = '2020-01-01T00:00:00.0000000Z' WHERE name = @_someone", new { _someone }, default);
        (await browser.SubmitAsync("/sign-in", "sign-in", ("name", _someone.ToUpperInvariant()), ("password", TestNode.Password))).Status.ShouldBe(HttpStatusCode.Found);
        (await _node.ActsAsync()).ShouldContain("sign-in.password:done");
    }

    [Fact]
    public async Task Guesses_WhenSentAtOnce_AllCount()
    {
        await _node.AddUserAsync(_someone, Role.Analyst);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(async guess =>
        {
            using var browser = _node.Browser();
            await browser.SubmitAsync("/sign-in", "sign-in", ("name", _someone), ("password", $"wrong guess {guess}"));
        }));
        (await _node.Records.FirstAsync<int>("SELECT failed_attempts FROM person WHERE name = @_someone", new { _someone }, default)).ShouldBe(4);
    }

    [Theory]
    [InlineData("/settings/audit?from=2026-01-01", "/settings/audit?from=2026-01-01")]
    [InlineData("https://elsewhere.example/", "/")]
    [InlineData("//elsewhere.example/", "/")]
    [InlineData("/\\elsewhere.example/", "/")]
    [InlineData("javascript:alert(1)", "/")]
    public async Task SignIn_WhenAskedToReturn_StaysOnThisNode(string asked, string target)
    {
        await _node.AddUserAsync(_someone, Role.Auditor);
        using var browser = _node.Browser();
        (await browser.SubmitAsync("/sign-in?returnUrl=" + Uri.EscapeDataString(asked), "sign-in", ("name", _someone), ("password", TestNode.Password))).Target.ShouldBe(target);
    }

    [Fact]
    public async Task Cookie_WhenGiven_IsForThisSiteAndNotForScripts()
    {
        await _node.AddUserAsync(_someone, Role.Analyst);
        using var browser = _node.Browser();
        var answer = await browser.SubmitAsync("/sign-in", "sign-in", ("name", _someone), ("password", TestNode.Password));
        var cookie = answer.Headers.GetValues("Set-Cookie").Single(value => value.StartsWith("noroshi.session.JP=", StringComparison.Ordinal));
        cookie.ShouldContain("httponly", Case.Insensitive);
        cookie.ShouldContain("samesite=lax", Case.Insensitive);
        cookie.ShouldNotContain("expires", Case.Insensitive);
    }

    [Theory]
    [InlineData("roles")]
    [InlineData("disabled")]
    [InlineData("ended")]
    [InlineData("reset")]
    [InlineData("own")]
    public async Task SignIn_WhenEndedElsewhere_EndsAtTheNextRequest(string how)
    {
        await _node.AddUserAsync(_admin, Role.Administrator);
        using var browser = await _node.SignedInAsync(_someone, Role.Analyst);
        using var other = _node.Browser();
        await other.SubmitAsync("/sign-in", "sign-in", ("name", _someone), ("password", TestNode.Password));
        (await browser.GetAsync("/account")).Status.ShouldBe(HttpStatusCode.OK);
        var id = (await _node.Users.ListAsync(default)).Single(user => user.Name == _someone).Id;
        await (how switch
        {
            "roles" => _node.Users.SetRolesAsync(id, [Role.Diplomat], Actor.System, default),
            "disabled" => _node.Users.SetDisabledAsync(id, true, Actor.System, default),
            "ended" => _node.Users.EndSessionsAsync(id, Actor.System, default),
            "reset" => _node.Users.ResetSecondFactorAsync(id, Actor.System, default),
            _ => other.PressAsync("/account", "/account/sign-out-everywhere"),
        });
        (await browser.GetAsync("/account")).Target.ShouldBe("/sign-in?returnUrl=%2Faccount");
        (await other.GetAsync("/account")).Target.ShouldBe("/sign-in?returnUrl=%2Faccount");
    }

    [Fact]
    public async Task SignOut_WhenPressed_EndsThisSignInAlone()
    {
        using var browser = await _node.SignedInAsync(_someone, Role.Analyst);
        using var other = _node.Browser();
        await other.SubmitAsync("/sign-in", "sign-in", ("name", _someone), ("password", TestNode.Password));
        (await browser.PostAsync("/sign-out")).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await browser.PressAsync("/account", "/sign-out")).Target.ShouldBe("/sign-in");
        (await browser.GetAsync("/account")).Status.ShouldBe(HttpStatusCode.Found);
        (await other.GetAsync("/account")).Status.ShouldBe(HttpStatusCode.OK);
        (await _node.ActsAsync()).ShouldContain("sign-out:done");
    }

    [Fact]
    public async Task Password_WhenChanged_NeedsTheOldOneAndEndsOtherSignIns()
    {
        using var browser = await _node.SignedInAsync(_someone, Role.Analyst);
        using var other = _node.Browser();
        await other.SubmitAsync("/sign-in", "sign-in", ("name", _someone), ("password", TestNode.Password));
        const string Wanted = "another fine passphrase";
        (await browser.SubmitAsync("/account", "password", ("current", "not the old one"), ("password", Wanted), ("passwordAgain", Wanted))).Text.ShouldContain("current password is not right");
        (await browser.SubmitAsync("/account", "password", ("current", TestNode.Password), ("password", Wanted), ("passwordAgain", Wanted + "!"))).Text.ShouldContain("differ");
        (await browser.SubmitAsync("/account", "password", ("current", TestNode.Password), ("password", "short"), ("passwordAgain", "short"))).Text.ShouldContain("12 characters");
        (await browser.SubmitAsync("/account", "password", ("current", TestNode.Password), ("password", Wanted), ("passwordAgain", Wanted))).Target.ShouldBe("/account?done=PasswordChanged");
        (await browser.GetAsync("/account")).Status.ShouldBe(HttpStatusCode.OK);
        (await other.GetAsync("/account")).Status.ShouldBe(HttpStatusCode.Found);
        using var again = _node.Browser();
        (await again.SubmitAsync("/sign-in", "sign-in", ("name", _someone), ("password", Wanted))).Status.ShouldBe(HttpStatusCode.Found);
    }
}
