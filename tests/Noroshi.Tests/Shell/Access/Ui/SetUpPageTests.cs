using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Noroshi.Shell.Access;

namespace Noroshi.Tests.Shell.Access.Ui;

public sealed class SetUpPageTests
{
    [Fact]
    public async Task SetUp_WhenDoneThroughTheLink_MakesTheAdministratorOnce()
    {
        await using var node = await TestNode.StartAsync(secondFactor: true);
        var link = (await node.Services.GetRequiredService<SetUp>().PrepareAsync(default)).ShouldNotBeNull();
        using var browser = node.Browser();
        (string, string)[] typed = [("organisationId", "ministry"), ("kind", "Ministry"), ("nameEn", "Ministry"), ("nameJa", "外務省"), ("name", "first"), ("displayName", "First officer"), ("password", TestNode.Password)];
        var refused = await browser.SubmitAsync(link, "set-up", [.. typed, ("passwordAgain", "different")]);
        refused.Text.ShouldContain("differ");
        refused.Document.QuerySelector("#nameJa")!.GetAttribute("value").ShouldBe("外務省");
        refused.Html.ShouldNotContain(TestNode.Password);
        (await browser.SubmitAsync(link, "set-up", [.. typed, ("passwordAgain", TestNode.Password)])).Target.ShouldBe("/sign-in?done=password");
        (await browser.GetAsync(link)).Text.ShouldContain("has expired");
        (await browser.SubmitAsync("/sign-in", "sign-in", ("name", "first"), ("password", TestNode.Password))).Status.ShouldBe(HttpStatusCode.Found);
        (await browser.GetAsync("/")).Target.ShouldBe("/account/second-factor");
    }

    [Fact]
    public async Task Guesses_WhenTooManyFromOneAddress_AreHeldOff()
    {
        await using var node = await TestNode.StartAsync(signInsPerMinute: 3);
        using var browser = node.Browser();
        for (var guess = 0; guess < 3; guess++) (await browser.PostAsync("/sign-in")).Status.ShouldNotBe(HttpStatusCode.TooManyRequests);
        foreach (var path in new[] { "/sign-in", "/sign-in/passkey/options", "/set-up/x", "/invitation/x" })
            (await browser.PostAsync(path)).Status.ShouldBe(HttpStatusCode.TooManyRequests, path);
    }
}
