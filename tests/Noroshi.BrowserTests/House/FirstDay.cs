using Microsoft.Playwright;

namespace Noroshi.BrowserTests.House;

/// <summary>What the first administrator does on a fresh node: organisation, account, second factor.</summary>
internal static class FirstDay
{
    internal static async Task SetUpAsync(IPage page)
    {
        await page.FillAsync("[name=nameEn]", "National CSIRT (exercise)");
        await page.FillAsync("[name=nameJa]", "国家CSIRT（演習）");
        if (await page.Locator("[name=organisationId]").CountAsync() > 0) await page.FillAsync("[name=organisationId]", "csirt");
        await page.FillAsync("[name=name]", Browsing.Administrator);
        await page.FillAsync("[name=displayName]", "Ayame Analyst");
        foreach (var box in await page.Locator("input[type=password]").AllAsync()) await box.FillAsync(Browsing.Password);
        await page.ClickAsync("main form button[type=submit]");
        await page.WaitForLoadStateAsync();
        page.Url.ShouldNotContain("/set-up/", Case.Insensitive, await page.InnerTextAsync("main"));
    }
}
