using Microsoft.Playwright;

namespace Noroshi.BrowserTests.Hotline;

/// <summary>A diplomat looks for whom to call in the other state.</summary>
[Collection(nameof(TwoNodes))]
public sealed class WhoToCallTests(TwoNodes nodes)
{
    [Theory]
    [InlineData("ja", "フィリピン 技術", "フィリピン・技術窓口", "現地時刻")]
    [InlineData("en", "Philippines technical", "Philippines · technical contact", "Time there")]
    public async Task Who_WhileTyping_AnswersOnTheSamePage(string language, string asked, string heading, string clock)
    {
        await using var desk = await Desk.OpenAsync(nodes, TwoNodes.Japan, language, "/contacts");
        await desk.MarkAsync();
        await desk.Page.Locator("#q").PressSequentiallyAsync(asked);
        await desk.Page.Locator(".who-answer h2", new() { HasText = heading }).First.WaitForAsync();
        await desk.Page.Locator(".who-card .channel-value").First.WaitForAsync();
        (await desk.Page.InnerTextAsync(".who-answers")).ShouldContain("EXERCISE");
        (await desk.Page.Locator(".who-clock").First.TextContentAsync())!.ShouldContain(clock);
        (await desk.IsMarkedAsync()).ShouldBeTrue("the page was loaded again");
        // Half a word answers already; the address follows to the last letter.
        await desk.Page.WaitForURLAsync(url => Uri.UnescapeDataString(url).Replace('+', ' ').EndsWith("q=" + asked, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("ja", "フィリピン 技術", "フィリピン・技術窓口")]
    [InlineData("en", "Philippines technical", "Philippines · technical contact")]
    public async Task Who_WithoutScript_AnswersTheSame(string language, string asked, string heading)
    {
        await using var desk = await Desk.OpenAsync(nodes, TwoNodes.Japan, language, "/contacts", script: false);
        await desk.Page.FillAsync("#q", asked);
        await desk.Page.ClickAsync(".who-form button[type=submit]");
        await desk.Page.Locator(".who-answer h2", new() { HasText = heading }).First.WaitForAsync();
        await using var quick = await Desk.OpenAsync(nodes, TwoNodes.Japan, language, new Uri(desk.Page.Url).PathAndQuery);
        (await CardsAsync(desk.Page)).ShouldBe(await CardsAsync(quick.Page));
    }

    [Fact]
    public async Task Who_WhenTheNodeDoesNotAnswer_SaysSoInsteadOfAnOldAnswer()
    {
        await using var desk = await Desk.OpenAsync(nodes, TwoNodes.Japan, "en", "/contacts?q=PH");
        await desk.Page.Locator(".who-card").First.WaitForAsync();
        await desk.Context.SetOfflineAsync(true);
        await desk.Page.Locator("#q").PressSequentiallyAsync(" technical");
        await desk.Page.Locator(".who-answers [role=alert]").WaitForAsync();
        (await desk.Page.Locator(".who-card").CountAsync()).ShouldBe(0);
    }

    private static async Task<IReadOnlyList<string>> CardsAsync(IPage page) => await page.Locator(".who-card h3, .who-card .channel-value").AllInnerTextsAsync();
}
