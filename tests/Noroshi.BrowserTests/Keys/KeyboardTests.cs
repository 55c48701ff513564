using Noroshi.BrowserTests.House;

namespace Noroshi.BrowserTests.Keys;

public sealed class KeyboardTests(Browsing browsing)
{
    private static readonly Appearance English = new("en", false);

    [Fact]
    public async Task SkipLink_WhenTheFirstTabStopIsTaken_LeadsToTheMainText()
    {
        var page = await browsing.OpenAsync(English);
        await page.GotoAsync("/");
        await page.Keyboard.PressAsync("Tab");
        (await page.EvaluateAsync<string>("document.activeElement.className")).ShouldBe("skip-link");
        (await page.Locator(".skip-link").BoundingBoxAsync())!.Y.ShouldBeGreaterThanOrEqualTo(0);
        await page.Keyboard.PressAsync("Enter");
        (await page.EvaluateAsync<string>("document.activeElement.id")).ShouldBe("main");
        await page.CloseAsync();
    }

    [Fact]
    public async Task Palette_WhenANameIsTypedAndEntered_OpensThatPage()
    {
        var page = await browsing.OpenAsync(English);
        await page.GotoAsync("/");
        await page.Keyboard.PressAsync("Control+k");
        await page.Locator("#palette[open] [role=option]").First.WaitForAsync();
        await page.Keyboard.TypeAsync("audit");
        await page.Locator("#palette [role=option]", new() { HasText = "Audit log" }).First.WaitForAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/settings/audit");
        await page.CloseAsync();
    }

    [Fact]
    public async Task Shortcuts_WhenAsked_AreListedAndClosed()
    {
        var page = await browsing.OpenAsync(English);
        await page.GotoAsync("/");
        await page.Keyboard.PressAsync("?");
        await page.Locator("#shortcuts[open]").WaitForAsync();
        await page.Keyboard.PressAsync("Escape");
        (await page.Locator("#shortcuts[open]").CountAsync()).ShouldBe(0);
        await page.CloseAsync();
    }

    [Fact]
    public async Task Focus_WhenWalkingByTab_IsAlwaysVisible()
    {
        var page = await browsing.OpenAsync(English);
        await page.GotoAsync("/observatory");
        var hidden = new List<string>();
        for (var step = 0; step < 40; step++)
        {
            await page.Keyboard.PressAsync("Tab");
            var focus = await page.EvaluateAsync<string?>(
                "() => { const at = document.activeElement; if (at === document.body) return null; const style = getComputedStyle(at); return style.outlineStyle === 'none' || parseFloat(style.outlineWidth) < 2 ? at.outerHTML.slice(0, 120) : null; }");
            if (focus is not null) hidden.Add(focus);
        }

        await page.CloseAsync();
        hidden.ShouldBeEmpty();
    }
}
