using Microsoft.Playwright;

namespace Noroshi.BrowserTests.Hotline;

/// <summary>A communication check from one state to a point of the other, answered at the other's node.</summary>
[Collection(nameof(TwoNodes))]
public sealed class CheckTests(TwoNodes nodes)
{
    [Theory]
    [InlineData("ja", "ph-ex-247", "フィリピンのノードに、署名付きで通信確認を送りました", "リンクによる応答もできます", "相手ノード", "1分未満")]
    [InlineData("en", "ph-ex-technical", "The check went to the node of Philippines, signed", "The first answer counts", "node of the peer", "under a minute")]
    public async Task Check_WhenThePeerPressesOnce_ShowsHowFastItWas(string language, string point, string toNode, string linkToo, string way, string latency)
    {
        await using var there = await Desk.OpenAsync(nodes, TwoNodes.Philippines, language, "/contacts/directory");
        await there.Page.ClickAsync("#share summary");
        await there.Page.ClickAsync("#share form button[type=submit]");
        await there.Page.WaitForURLAsync("**shared=**");

        await using var here = await Desk.OpenAsync(nodes, TwoNodes.Japan, language, "/contacts/checks");
        await LookAgainUntilAsync(here.Page, $"#new option[value$='~{point}']");
        await here.Page.SelectOptionAsync("[name=point]", (await here.Page.GetAttributeAsync($"#new option[value$='~{point}']", "value"))!);
        await here.Page.ClickAsync("#new form button[type=submit]");
        await here.Page.Locator(".check-text").First.WaitForAsync();
        var said = await here.Page.InnerTextAsync("main .alert");
        said.ShouldContain(toNode);
        said.ShouldContain(linkToo);

        await there.Page.GotoAsync("/contacts/asked");
        await LookAgainUntilAsync(there.Page, $"#open a[href='/contacts/points/{point}']");
        await there.Page.ClickAsync("#open form button[type=submit]");
        await there.Page.WaitForURLAsync("**outcome=Done");
        (await there.Page.Locator("#open form").CountAsync()).ShouldBe(0);
        (await there.Page.Locator($"#over a[href='/contacts/points/{point}']").CountAsync()).ShouldBe(1);

        await here.Page.GotoAsync("/contacts/checks");
        var row = here.Page.Locator("tr", new() { Has = here.Page.Locator($"a[href$='~{point}']") });
        while (!(await row.InnerTextAsync()).Contains(latency, StringComparison.Ordinal)) await here.Page.ReloadAsync();
        (await row.Locator("td").Last.InnerTextAsync()).ShouldBe(way);
    }

    /// <summary>What the other node sends arrives by itself; a person would look again until it is there.</summary>
    private static async Task LookAgainUntilAsync(IPage page, string there)
    {
        await page.WaitForFunctionAsync(
            "async there => new DOMParser().parseFromString(await (await fetch(location.pathname)).text(), 'text/html').querySelector(there) !== null", there, new() { PollingInterval = 300 });
        await page.ReloadAsync();
    }
}
