using System.Net;
using Noroshi.Contracts;

namespace Noroshi.Tests.Shell.Access.SignIn;

/// <summary>Passkeys, answered by an authenticator in software.</summary>
public sealed class PasskeyTests : IAsyncLifetime
{
    private TestNode _node = null!;

    private string Origin => _node.Address.GetLeftPart(UriPartial.Authority);

    public async ValueTask InitializeAsync() => _node = await TestNode.StartAsync(secondFactor: true);

    public ValueTask DisposeAsync() => _node.DisposeAsync();

    [Fact]
    public async Task Passkey_WhenAdded_IsTheSecondFactorAndSignsInAlone()
    {
        using var passkey = new SoftwarePasskey();
        using var browser = await _node.SignedInAsync("admin", Role.Administrator);
        (await AddAsync(browser, passkey)).Target.ShouldBe("/account/second-factor?done=PasskeyAdded");
        (await browser.GetAsync("/settings/users")).Status.ShouldBe(HttpStatusCode.OK);
        (await browser.GetAsync("/account/second-factor")).Text.ShouldContain("Duty key");

        using var next = _node.Browser();
        (await SignInAsync(next, passkey)).Target.ShouldBe("/");
        (await next.GetAsync("/settings/users")).Status.ShouldBe(HttpStatusCode.OK);
        var acts = await _node.ActsAsync();
        acts.ShouldContain("access.passkey.added:done");
        acts.ShouldContain("sign-in.passkey:done");
    }

    [Fact]
    public async Task Passkey_WhenThePersonIsDisabledOrItWasRemoved_DoesNotSignIn()
    {
        using var passkey = new SoftwarePasskey();
        await _node.AddUserAsync("other", Role.Administrator);
        using var browser = await _node.SignedInAsync("admin", Role.Administrator);
        await AddAsync(browser, passkey);
        var id = (await _node.Users.ListAsync(default)).Single(user => user.Name == "admin").Id;
        await _node.Users.SetDisabledAsync(id, true, Noroshi.Shell.Audit.Actor.System, default);
        using var next = _node.Browser();
        (await SignInAsync(next, passkey)).Location.ShouldBeNull();
        await _node.Users.SetDisabledAsync(id, false, Noroshi.Shell.Audit.Actor.System, default);
        (await SignInAsync(next, passkey)).Target.ShouldBe("/");

        var credential = System.Buffers.Text.Base64Url.EncodeToString(passkey.Id);
        (await next.PressAsync("/account/second-factor", "/account/passkeys/remove", ("credential", credential))).Target.ShouldBe("/account/second-factor?done=PasskeyRemoved");
        (await next.GetAsync("/settings/users")).Target.ShouldBe("/account/second-factor");
        using var last = _node.Browser();
        (await SignInAsync(last, passkey)).Location.ShouldBeNull();
    }

    [Theory]
    [InlineData("origin")]
    [InlineData("port")]
    [InlineData("unverified")]
    [InlineData("replay")]
    [InlineData("cloned")]
    [InlineData("garbage")]
    [InlineData("stranger")]
    public async Task Passkey_WhenAnsweredWrongly_DoesNotSignIn(string how)
    {
        using var passkey = new SoftwarePasskey();
        using var browser = await _node.SignedInAsync("admin", Role.Administrator);
        await AddAsync(browser, passkey);
        using var first = _node.Browser();
        (await SignInAsync(first, passkey)).Target.ShouldBe("/");

        using var next = _node.Browser();
        using var stranger = new SoftwarePasskey();
        var options = (await next.PostAsync("/sign-in/passkey/options")).Html;
        if (how == "unverified") passkey.OwnerVerified = false;
        if (how == "cloned") passkey.Count = 1;
        var answer = how switch
        {
            "origin" => passkey.Get(options, "https://elsewhere.example"),
            "port" => passkey.Get(options, "http://localhost:1"),
            "garbage" => """{"id":"x","rawId":"%%%","response":{"clientDataJSON":[1]}}""",
            "stranger" => stranger.Get(options, Origin),
            _ => passkey.Get(options, Origin),
        };
        if (how == "replay")
        {
            (await next.SubmitAsync("/sign-in", "passkey", ("credential", answer))).Target.ShouldBe("/");
            await next.PressAsync("/account", "/sign-out");
        }

        (await next.SubmitAsync("/sign-in", "passkey", ("credential", answer))).Text.ShouldContain("passkey did not work");
        (await next.GetAsync("/account")).Status.ShouldBe(HttpStatusCode.Found);
    }

    [Fact]
    public async Task Passkey_WhenAnotherPersonsOrForAnothersChallenge_IsNotAdded()
    {
        using var passkey = new SoftwarePasskey();
        using var one = await _node.SignedInAsync("one", Role.Administrator);
        using var two = await _node.SignedInAsync("two", Role.Analyst);
        await AddAsync(one, passkey);
        (await AddAsync(two, passkey)).Text.ShouldContain("could not be verified");
        using var unverified = new SoftwarePasskey { OwnerVerified = false };
        (await AddAsync(two, unverified)).Text.ShouldContain("could not be verified");
        (await two.SubmitAsync("/account/second-factor", "passkey", ("credential", "{}"), ("passkeyName", "x"))).Status.ShouldBe(HttpStatusCode.OK);
        (await _node.Records.FirstAsync<int>("SELECT COUNT(*) FROM passkey", null, default)).ShouldBe(1);
    }

    private async Task<TestBrowser.Answer> AddAsync(TestBrowser browser, SoftwarePasskey passkey)
    {
        var options = await browser.PostAsync("/account/passkeys/options");
        options.Type.ShouldBe("application/json");
        return await browser.SubmitAsync("/account/second-factor", "passkey", ("credential", passkey.Create(options.Html, Origin)), ("passkeyName", "Duty key"));
    }

    private async Task<TestBrowser.Answer> SignInAsync(TestBrowser browser, SoftwarePasskey passkey)
    {
        var options = await browser.PostAsync("/sign-in/passkey/options");
        return await browser.SubmitAsync("/sign-in", "passkey", ("credential", passkey.Get(options.Html, Origin)));
    }
}
