using Microsoft.Playwright;

namespace Noroshi.BrowserTests.Hotline;

/// <summary>Somebody at the hotline of one node, with one page open.</summary>
internal sealed class Desk(IBrowserContext context, IPage page) : IAsyncDisposable
{
    private const string Unreloaded = "window.unreloaded";

    internal IBrowserContext Context => context;

    internal IPage Page => page;

    internal ILocator Banner => page.Locator("[data-part=ringing]");

    internal ILocator Lost => page.Locator("[data-part=lost]");

    internal ILocator Mute => page.Locator("[data-part=mute]");

    internal static async Task<Desk> OpenAsync(TwoNodes nodes, string state, string language, string path, bool script = true)
    {
        var context = await nodes.SignInAsync(state, "diplomat", language, script);
        var page = await context.NewPageAsync();
        await page.GotoAsync(path);
        return new Desk(context, page);
    }

    /// <summary>Marks the page, so that loading it again would show.</summary>
    internal Task MarkAsync() => page.EvaluateAsync(Unreloaded + " = true");

    /// <summary>Whether the page is the one that was marked.</summary>
    internal Task<bool> IsMarkedAsync() => page.EvaluateAsync<bool>($"{Unreloaded} === true");

    /// <summary>Waits until the page hears the node.</summary>
    internal Task ListensAsync() => page.Locator("noroshi-hotline[data-state=live]").WaitForAsync(new() { State = WaitForSelectorState.Attached });

    /// <summary>Writes a message to the other state and sends it; a flash message is seen once more before.</summary>
    /// <returns>The address of its conversation.</returns>
    internal async Task<string> SayAsync(string subject, string precedence, string words)
    {
        await page.GotoAsync("/hotline/new");
        await page.SelectOptionAsync("[name=precedence]", precedence);
        await page.FillAsync("[name=subject]", subject);
        await page.FillAsync("[name=en]", words);
        await SendAsync();
        if (precedence == "flash")
        {
            await page.Locator(".preview").WaitForAsync();
            (await page.InnerTextAsync(".preview")).ShouldContain(words);
            await SendAsync();
        }

        await page.WaitForURLAsync("**done=said**");
        return new Uri(page.Url).AbsolutePath;
    }

    /// <summary>Opens what rings and acknowledges all of it.</summary>
    internal async Task AcknowledgeAllAsync()
    {
        await page.GotoAsync("/hotline");
        while (await page.Locator("[data-part=rings] a").CountAsync() is > 0 and var waiting)
        {
            await page.Locator("[data-part=rings] a").First.ClickAsync();
            await page.Locator("[data-acknowledge]").First.ClickAsync();
            await page.WaitForURLAsync("**done=given**");
            (await page.Locator("[data-part=rings] a").CountAsync()).ShouldBeLessThan(waiting);
        }
    }

    internal Task SendAsync() => page.ClickAsync("#message form button[type=submit]");

    public async ValueTask DisposeAsync() => await context.DisposeAsync();
}
