using Noroshi.BrowserTests.House;

namespace Noroshi.BrowserTests.Hotline;

/// <summary>The node itself goes: whoever watches must know at once that nothing will ring.</summary>
public sealed class LostNodeTests(Browsing browsing)
{
    [Fact]
    public async Task Page_WhenItsNodeDies_SaysAtOnceThatTheConnectionIsLost()
    {
        var node = NodeProcess.StartForPeers("JP");
        var first = await browsing.SetUpAsync(node, "ja");
        await using var page = new Desk(first.Context, first);
        // Without its clock the page can know of the loss by the loss alone, not by a long silence.
        await page.Context.AddInitScriptAsync("window.setInterval = () => 0;");
        await page.Page.GotoAsync("/hotline");
        await page.ListensAsync();
        (await page.Page.InnerTextAsync("[data-hotline-connection]")).ShouldContain("接続中");
        (await page.Lost.IsVisibleAsync()).ShouldBeFalse();
        await node.DisposeAsync();
        await page.Lost.WaitForAsync();
        (await page.Lost.InnerTextAsync()).ShouldContain("ノードとの接続が切れています");
        (await page.Page.InnerTextAsync("[data-hotline-connection]")).ShouldContain("切れました");
    }
}
