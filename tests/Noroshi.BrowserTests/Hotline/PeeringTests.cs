using Microsoft.Playwright;
using Noroshi.BrowserTests.House;

namespace Noroshi.BrowserTests.Hotline;

/// <summary>Two administrators of two fresh nodes peer them, by their pages alone.</summary>
public sealed class PeeringTests(Browsing browsing)
{
    [Fact]
    public async Task Peers_WhenBothAdministratorsTypeWhatTheyHear_AreActiveOnBothSides()
    {
        await using var here = NodeProcess.StartForPeers("JP");
        await using var there = NodeProcess.StartForPeers("PH");
        var ours = await browsing.SetUpAsync(here, "ja");
        var theirs = await browsing.SetUpAsync(there, "en");
        await theirs.GotoAsync("/peers");
        var address = (await FactAsync(theirs, "Address for peers")).Trim();
        var spoken = await FactAsync(theirs, "In English words");

        await ours.GotoAsync("/peers");
        await ours.FillAsync("[name=url]", "http://not-https.example");
        await ours.ClickAsync("#add button[type=submit]");
        (await ours.InnerTextAsync("#add")).ShouldContain("https://node.example:5443");
        (await ours.InputValueAsync("[name=url]")).ShouldBe("http://not-https.example");

        await ours.FillAsync("[name=url]", address);
        await ours.ClickAsync("#add button[type=submit]");
        await ours.WaitForURLAsync(url => new Uri(url).AbsolutePath.Length > "/peers/".Length);
        (await StandingAsync(ours)).ShouldBe("確認待ち");

        await ConfirmAsync(ours, await OwnWordsAsync(ours)); // A word-for-word slip: one's own fingerprint is not the other's.
        (await ours.InnerTextAsync("main")).ShouldContain("この相手ノードの指紋ではありません");
        await ConfirmAsync(ours, "not a fingerprint");
        (await ours.InnerTextAsync("main")).ShouldContain("指紋として読み取れません");
        (await StandingAsync(ours)).ShouldBe("確認待ち");
        var read = await OwnWordsAsync(ours);
        await ConfirmAsync(ours, spoken);
        (await ours.InnerTextAsync("main")).ShouldContain("当方の確認が完了しました");

        await OpenWaitingAsync(theirs);
        await ConfirmAsync(theirs, spoken);
        (await theirs.InnerTextAsync("main")).ShouldContain("What you typed is not the fingerprint of this node");
        await ConfirmAsync(theirs, read);
        (await theirs.InnerTextAsync("main")).ShouldContain("Confirmed on this side");
        await LookAgainUntilAsync(theirs, "Active");
        await LookAgainUntilAsync(ours, "接続中");
        (await StandingAsync(ours)).ShouldBe("接続中");
        await ours.Context.CloseAsync();
        await theirs.Context.CloseAsync();
    }

    private static async Task ConfirmAsync(IPage page, string heard)
    {
        await page.FillAsync("[name=heard]", heard);
        await page.ClickAsync("#confirm button[type=submit]");
        await page.Locator("main .alert").First.WaitForAsync();
    }

    private static Task<string> StandingAsync(IPage page) => page.Locator("main .peer-mark").First.InnerTextAsync();

    private static Task<string> OwnWordsAsync(IPage page) => page.Locator("#confirm dd[lang=ja] code").InnerTextAsync();

    private static Task<string> FactAsync(IPage page, string name) => page.Locator("dt", new() { HasText = name }).Locator("xpath=following-sibling::dd[1]").InnerTextAsync();

    /// <summary>The other side's request arrives by itself; a person would look again until it is there.</summary>
    private static async Task OpenWaitingAsync(IPage page)
    {
        await page.GotoAsync("/peers");
        await LookAgainUntilAsync(page, "main table .peer-mark", "Waiting for confirmation");
        await page.ClickAsync("main table a[href^='/peers/']");
    }

    private static Task LookAgainUntilAsync(IPage page, string words) => LookAgainUntilAsync(page, ".peer-mark", words);

    private static async Task LookAgainUntilAsync(IPage page, string where, string words)
    {
        await page.GotoAsync(new Uri(page.Url).AbsolutePath);
        await page.WaitForFunctionAsync(
            "async ([where, words]) => { const text = await (await fetch(location.pathname)).text(); return new DOMParser().parseFromString(text, 'text/html').querySelector(where)?.textContent.trim() === words; }",
            new[] { where, words },
            new() { PollingInterval = 300 });
        await page.ReloadAsync();
    }
}
