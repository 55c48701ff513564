using System.Globalization;
using Microsoft.Playwright;
using Noroshi.BrowserTests.House;

namespace Noroshi.BrowserTests.Hotline;

/// <summary>The reader's own browser recomputes the ledger, and says which leaf is bad when one is.</summary>
public sealed class LedgerInTheBrowserTests(Browsing browsing)
{
    private const int Altered = 3;
    private const string Entries = "**/api/v1/federation/ledger/tile/entries/**";

    [Theory]
    [InlineData("ja", "正常")]
    [InlineData("en", "Valid")]
    public async Task Ledger_WhenRecomputedInTheBrowser_IsValid(string language, string words)
    {
        var page = await OpenAsync(language);
        (await VerifyAsync(page)).ShouldStartWith(words);
        (await page.Locator("noroshi-ledger [role=status].good").CountAsync()).ShouldBe(1);
        await page.CloseAsync();
    }

    [Theory]
    [InlineData("ja", "異常：葉 {0} ")]
    [InlineData("en", "Not valid: leaf {0} ")]
    public async Task Ledger_WhenOneLeafWasAltered_NamesThatLeaf(string language, string words)
    {
        var page = await OpenAsync(language);
        await page.RouteAsync(Entries, static async route =>
        {
            var answer = await route.FetchAsync();
            await route.FulfillAsync(new() { Response = answer, BodyBytes = Alter(await answer.BodyAsync()) });
        });
        (await VerifyAsync(page)).ShouldStartWith(string.Format(CultureInfo.InvariantCulture, words, Altered));
        (await page.Locator("noroshi-ledger [role=status].burn").CountAsync()).ShouldBe(1);
        await page.CloseAsync();
    }

    private async Task<IPage> OpenAsync(string language)
    {
        var page = await browsing.OpenAsync(new Appearance(language, Dark: false));
        await page.GotoAsync("/ledger");
        return page;
    }

    private static async Task<string> VerifyAsync(IPage page)
    {
        var status = page.Locator("noroshi-ledger [role=status]");
        await page.ClickAsync("noroshi-ledger button");
        await page.Locator("noroshi-ledger [role=status].good, noroshi-ledger [role=status].burn").WaitForAsync();
        return await status.InnerTextAsync();
    }

    /// <summary>Changes one byte in the middle of one leaf; the leaves stand one after another, each after its length in two bytes.</summary>
    private static byte[] Alter(byte[] bundle)
    {
        var at = 0;
        for (var leaf = 0; leaf < Altered; leaf++) at += 2 + Length(bundle, at);
        bundle[at + 2 + (Length(bundle, at) / 2)] ^= 1;
        return bundle;
    }

    private static int Length(byte[] bundle, int at) => (bundle[at] << 8) | bundle[at + 1];
}
