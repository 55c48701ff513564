using Microsoft.Playwright;
using Noroshi.Shell.Access;

namespace Noroshi.BrowserTests.House;

/// <summary>What the first administrator does on a fresh node: organisation, account, sign-in, second factor.</summary>
internal static class FirstDay
{
    // The driver may miss the load event of a page that a form redirects to; the address is never missed.
    private static readonly PageWaitForURLOptions Arrived = new() { WaitUntil = WaitUntilState.Commit };

    internal static async Task SetUpAsync(IPage page)
    {
        await page.FillAsync("[name=nameEn]", "National CSIRT (exercise)");
        await page.FillAsync("[name=nameJa]", "国家CSIRT（演習）");
        if (await page.Locator("[name=organisationId]").CountAsync() > 0) await page.FillAsync("[name=organisationId]", "csirt");
        await page.FillAsync("[name=name]", Browsing.Administrator);
        await page.FillAsync("[name=displayName]", "Ayame Analyst");
        foreach (var box in await page.Locator("input[type=password]").AllAsync()) await box.FillAsync(Browsing.Password);
        await page.ClickAsync("main form button[type=submit]");
        await page.WaitForURLAsync(url => url.Contains("/sign-in", StringComparison.Ordinal), Arrived);
        await SignInAsync(page);
    }

    internal static async Task SignInAsync(IPage page)
    {
        await page.FillAsync("[name=name]", Browsing.Administrator);
        await page.FillAsync("[name=password]", Browsing.Password);
        await page.ClickAsync("main form button[type=submit]");
        await page.WaitForURLAsync(url => !url.Contains("/sign-in", StringComparison.Ordinal), Arrived);
        if (page.Url.Contains("/account/second-factor", StringComparison.Ordinal)) await AddCodeAppAsync(page);
        await page.GotoAsync("/");
        new Uri(page.Url).AbsolutePath.ShouldBe("/", await page.InnerTextAsync("main"));
    }

    /// <summary>Enters what a state said, so that the desk holds an entry by a person.</summary>
    internal static async Task EnterStatementAsync(IPage page)
    {
        await page.GotoAsync("/diplomacy/new/statement?meeting=GCCS2012");
        await page.SelectOptionAsync("[name=topic]", "capacity");
        await page.FillAsync("[name=text]", "EXERCISE: islands train together.");
        await page.SelectOptionAsync("[name=stance]", "1");
        await page.SelectOptionAsync("[name=state]", "WS");
        await page.FillAsync("[name=office]", "EXERCISE envoy");
        await page.FillAsync("[name=source]", "Scenario of the exercise (EXERCISE)");
        await page.ClickAsync("main form button[type=submit]");
        await page.WaitForURLAsync(url => url.Contains("/diplomacy/entries/E-", StringComparison.Ordinal), Arrived);
    }

    /// <summary>Enters a project, so that the registry of capacity building holds one by a person.</summary>
    internal static async Task EnterProjectAsync(IPage page)
    {
        await page.GotoAsync("/capacity/new/project");
        await page.FillAsync("[name=title]", "EXERCISE: train responders of islands");
        await page.FillAsync("[name=text]", "EXERCISE: two courses a year, invented.");
        await page.SelectOptionAsync("[name=status]", "2");
        await page.FillAsync("[name=planned_start]", "2026-04-01");
        await page.FillAsync("[name=recipients]", "WS 100");
        await page.FillAsync("[name=sectors]", "CY04 100");
        await page.SelectOptionAsync("[name=marking]", new SelectOptionValue { Index = 1 });
        await page.FillAsync("[name=source]", "Scenario of the exercise (EXERCISE)");
        await page.SelectOptionAsync("[name=confidence]", "A");
        await page.ClickAsync("main form button[type=submit]");
        await page.WaitForURLAsync(url => url.Contains("/capacity/entries/", StringComparison.Ordinal) || url.Contains("/capacity/projects/", StringComparison.Ordinal), Arrived);
    }

    /// <summary>Enters an assessment with scores of several points, as an assessor fills in the grid.</summary>
    internal static async Task EnterAssessmentAsync(IPage page)
    {
        await page.GotoAsync("/capacity/new/assessment?model=SIM3-v2i&state=WS");
        await page.FillAsync("[name=date]", "2026-03");
        await page.FillAsync("[name=assessor]", "EXERCISE assessors");
        await page.SelectOptionAsync("[name='level.O-1']", "3");
        await page.SelectOptionAsync("[name='level.P-6']", "2");
        await page.SelectOptionAsync("[name='low.P-6']", "1");
        await page.SelectOptionAsync("[name='high.P-6']", "3");
        await page.FillAsync("[name='evidence.P-6']", "EXERCISE: the duty roster was shown");
        await page.SelectOptionAsync("[name=marking]", new SelectOptionValue { Index = 1 });
        await page.FillAsync("[name=source]", "Scenario of the exercise (EXERCISE)");
        await page.SelectOptionAsync("[name=confidence]", "B");
        await page.ClickAsync("main form button[type=submit]");
        await page.WaitForURLAsync(url => url.Contains("/capacity/entries/", StringComparison.Ordinal) || url.Contains("/capacity/assessments/", StringComparison.Ordinal), Arrived);
    }

    private static async Task AddCodeAppAsync(IPage page)
    {
        var secret = (await page.InnerTextAsync("code.secret")).Replace(" ", "", StringComparison.Ordinal);
        await page.FillAsync("[name=code]", TimeCode.At(secret, TimeProvider.System.GetUtcNow()));
        await page.ClickAsync("form:has([name=code]) button[type=submit]");
        await page.Locator("ul.secret li").First.WaitForAsync();
    }
}
