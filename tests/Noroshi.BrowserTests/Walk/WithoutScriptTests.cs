using Microsoft.Playwright;
using Noroshi.BrowserTests.House;

namespace Noroshi.BrowserTests.Walk;

public sealed class WithoutScriptTests(Browsing browsing)
{
    [Fact]
    public async Task Figures_WithoutScript_AreInTables()
    {
        var page = await browsing.OpenAsync(new Appearance("ja", false), script: false);
        await page.GotoAsync("/observatory");
        (await page.Locator("main table tbody tr").CountAsync()).ShouldBeGreaterThan(5);
        var table = page.Locator("details.figure-table").First;
        await table.Locator("summary").ClickAsync();
        (await table.Locator("tbody tr").First.IsVisibleAsync()).ShouldBeTrue();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Language_WhenSwitchedWithoutScript_KeepsPageAndQueryAndIsRemembered()
    {
        var page = await browsing.OpenAsync(new Appearance("ja", false), script: false);
        await page.GotoAsync("/find?q=a");
        await page.Locator(".language-switch a[lang=en]").ClickAsync();
        new Uri(page.Url).PathAndQuery.ShouldBe("/find?q=a");
        (await page.GetAttributeAsync("html", "lang")).ShouldBe("en");
        await page.GotoAsync("/");
        (await page.GetAttributeAsync("html", "lang")).ShouldBe("en");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Theme_WhenChosenWithoutScript_HoldsAgainstTheDevice()
    {
        var page = await browsing.OpenAsync(new Appearance("en", false), script: false);
        await page.GotoAsync("/");
        await page.Locator(".user-menu summary").ClickAsync();
        await page.Locator(".theme-switch a", new() { HasText = "Dark" }).ClickAsync();
        (await page.GetAttributeAsync("html", "data-theme")).ShouldBe("dark");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Menu_WhenNarrowAndWithoutScript_Opens()
    {
        var page = await browsing.OpenAsync(new Appearance("en", false), script: false);
        await page.SetViewportSizeAsync(320, 700);
        await page.GotoAsync("/");
        await page.Locator(".narrow-menu summary").ClickAsync();
        await page.Locator(".narrow-menu a", new() { HasText = "Audit log" }).ClickAsync();
        new Uri(page.Url).AbsolutePath.ShouldBe("/settings/audit");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Evidence_WithoutScript_IsGivenAndWithdrawn()
    {
        var page = await browsing.OpenAsync(new Appearance("en", false), script: false);
        await page.GotoAsync("/law/norms/k");
        await page.FillAsync("[name=statement]", "EXERCISE: told every team of the rule.");
        await page.FillAsync("[name=source]", "Scenario of the exercise (EXERCISE)");
        await page.ClickAsync("#add button[type=submit]");
        new Uri(page.Url).Fragment.ShouldBe("#k-1");
        await page.ClickAsync("#k-1 a:has-text('Withdraw')");
        await page.FillAsync("[name=withdrawalReason]", "EXERCISE: entered twice.");
        await page.ClickAsync("#withdraw button[type=submit]");
        (await page.InnerTextAsync("#k-1.withdrawn")).ShouldContain("entered twice");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Statement_WithoutScript_IsAddedAfterAMeetingAndStandsInTheMatrix()
    {
        var page = await browsing.OpenAsync(new Appearance("en", false), script: false);
        await page.GotoAsync("/diplomacy/meetings/GCCS2012");
        await page.ClickAsync("a[href='/diplomacy/new/statement?meeting=GCCS2012']");
        (await page.InputValueAsync("[name=date]")).ShouldBe("2012-10-04", "the meeting and its day are filled in");
        await page.SelectOptionAsync("[name=topic]", "capacity");
        await page.FillAsync("[name=text]", "EXERCISE: training comes first.");
        await page.SelectOptionAsync("[name=stance]", "2");
        await page.SelectOptionAsync("[name=state]", "FJ");
        await page.FillAsync("[name=office]", "EXERCISE ambassador");
        await page.FillAsync("[name=source]", "Scenario of the exercise (EXERCISE)");
        await page.ClickAsync("main form button[type=submit]");
        new Uri(page.Url).AbsolutePath.ShouldStartWith("/diplomacy/entries/E-");
        await page.GotoAsync("/diplomacy/matrix?states=FJ");
        (await page.InnerTextAsync("main table .stance")).ShouldBe("+2");
        await page.ClickAsync("main table a.cell");
        (await page.InnerTextAsync("#evidence")).ShouldContain("training comes first");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task FirstLoad_WithoutCharts_IsLight()
    {
        var page = await browsing.OpenAsync(new Appearance("ja", false), signedIn: false);
        var requests = new List<IRequest>();
        page.RequestFinished += (_, request) => requests.Add(request);
        await page.GotoAsync("/sign-in");
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        var bytes = 0;
        foreach (var request in requests) bytes += (await request.SizesAsync()).ResponseBodySize;
        await page.Context.CloseAsync();
        bytes.ShouldBeInRange(10_000, 300_000);
    }
}
