using Noroshi.BrowserTests.House;

namespace Noroshi.BrowserTests.Walk;

public sealed class EmptyNodeTests(Browsing browsing)
{
    [Fact]
    public async Task Pages_WhenNothingIsKeptYet_AreInOrder()
    {
        await using var node = NodeProcess.StartForPeers("JP");
        var page = await browsing.SetUpAsync(node, "ja");
        var looking = new Looking(page, node.Address);
        foreach (var path in new[] { "/", "/observatory", "/votes", "/votes/agreement", "/votes/points", "/votes/majority", "/weaklinks", "/diplomacy/entries", "/capacity", "/capacity/matches", "/capacity/overlaps", "/contacts", "/hotline", "/peers", "/law/norms" })
        {
            await page.SetViewportSizeAsync(1280, 900);
            await looking.GoAsync(path);
            await looking.WidthAsync(320);
            await looking.AxeAsync($"{path}, empty");
        }

        await page.Context.CloseAsync();
        looking.Complaints.ShouldBeEmpty();
    }
}
