using Noroshi.BrowserTests.House;

namespace Noroshi.BrowserTests.Keys;

/// <summary>The browser's own half of passkeys, with the authenticator that Chromium simulates.</summary>
public sealed class PasskeyTests(Browsing browsing)
{
    private static readonly Dictionary<string, object> Authenticator = new()
    {
        ["options"] = new Dictionary<string, object>
        {
            ["protocol"] = "ctap2",
            ["transport"] = "internal",
            ["hasResidentKey"] = true,
            ["hasUserVerification"] = true,
            ["isUserVerified"] = true,
            ["automaticPresenceSimulation"] = true,
        },
    };

    [Fact]
    public async Task Passkey_WhenAddedToAnAccount_SignsItsOwnerInWithoutPassword()
    {
        await using var context = await browsing.OpenAtLocalhostAsync();
        var page = await context.NewPageAsync();
        var protocol = await context.NewCDPSessionAsync(page);
        await protocol.SendAsync("WebAuthn.enable");
        await protocol.SendAsync("WebAuthn.addVirtualAuthenticator", Authenticator);

        await page.GotoAsync("/account/second-factor?lang=en");
        await page.FillAsync("[name=passkeyName]", "Desk key");
        await page.FillAsync("[name=passkeyPassword]", Browsing.Password);
        await page.ClickAsync("noroshi-passkey button[type=submit]");
        await page.WaitForURLAsync("**done=PasskeyAdded");
        (await page.InnerTextAsync("main")).ShouldContain("Desk key");

        await context.ClearCookiesAsync();
        await page.GotoAsync("/sign-in?lang=en");
        await page.ClickAsync("noroshi-passkey button[type=submit]");
        await page.WaitForURLAsync(url => new Uri(url).AbsolutePath == "/");
        (await page.InnerTextAsync("h1")).ShouldContain("Today");
    }
}
