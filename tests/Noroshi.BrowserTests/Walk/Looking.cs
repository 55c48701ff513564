using System.Text.Json;
using Microsoft.Playwright;
using Noroshi.BrowserTests.House;

namespace Noroshi.BrowserTests.Walk;

/// <summary>Looks at one page and gathers everything that is wrong with it.</summary>
internal sealed class Looking
{
    private static readonly Lazy<string> Axe = new(static () => File.ReadAllText(Path.Combine(Repository.Root, "node_modules", "axe-core", "axe.min.js")));
    private readonly IPage _page;
    private readonly Uri _home;
    private readonly List<string> _complaints = [];
    private bool _ofOneThing;

    internal Looking(IPage page, Uri home)
    {
        (_page, _home) = (page, home);
        page.Console += (_, message) =>
        {
            // The browser itself notes the status of an error page that was asked for.
            if (message.Type is "error" or "warning" && !message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal)) Complain("console", message.Text);
        };
        page.PageError += (_, error) => Complain("script", error);
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(_home.ToString(), StringComparison.Ordinal) && !request.Url.StartsWith("data:", StringComparison.Ordinal)) Complain("request off the node", request.Url);
        };
        page.Response += (_, response) =>
        {
            if (response.Status >= 400 && response.Request.ResourceType != "document") Complain("refused", $"{response.Status} {response.Url}");
        };
    }

    internal IReadOnlyList<string> Complaints => _complaints;

    internal void Complain(string what, string detail) => _complaints.Add($"{what}: {detail}");

    internal async Task GoAsync(string path)
    {
        _ofOneThing = path.EndsWith("/*", StringComparison.Ordinal);
        if (_ofOneThing)
        {
            await _page.GotoAsync(path[..^2]);
            path = await _page.GetAttributeAsync($"main a[href^='{path[..^1]}']", "href") ?? path;
        }

        await _page.GotoAsync(path);
        await _page.WaitForLoadStateAsync(LoadState.NetworkIdle);
    }

    internal async Task WidthAsync(int width)
    {
        await _page.SetViewportSizeAsync(width, 900);
        var overflow = await _page.EvaluateAsync<int>("document.scrollingElement.scrollWidth - innerWidth");
        if (overflow > 0) Complain($"scrolls sideways at {width}", $"{overflow} px: {await _page.EvaluateAsync<string>(Widest)}");
    }

    internal async Task AxeAsync(string when)
    {
        await _page.EvaluateAsync(Axe.Value);
        var found = await _page.EvaluateAsync<JsonElement>(
            "async () => (await axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })).violations.map(rule => ({ id: rule.id, nodes: rule.nodes.slice(0, 3).map(node => node.html.slice(0, 160) + ' — ' + node.failureSummary) }))");
        foreach (var rule in found.EnumerateArray()) Complain($"axe {when} {rule.GetProperty("id")}", rule.GetProperty("nodes").ToString());
    }

    internal async Task WordsAsync(Appearance appearance)
    {
        var heading = await _page.Locator("h1").AllInnerTextsAsync();
        // A page may be named after a thing, in whatever language that is: an address, a file, a sensor, a person.
        var named = _ofOneThing || (heading.Count == 1 && heading[0].Contains('.', StringComparison.Ordinal));
        if (heading.Count != 1) Complain("headings", $"{heading.Count} h1");
        else if (!named && appearance.Language == "ja" && !heading[0].Any(Words.IsJapanese)) Complain("language", $"h1 '{heading[0]}' is not Japanese");
        else if (!named && appearance.Language == "en" && heading[0].Any(Words.IsJapanese)) Complain("language", $"h1 '{heading[0]}' is not English");
        var language = await _page.GetAttributeAsync("html", "lang");
        if (language != appearance.Language) Complain("language", $"html lang is {language}");
        var main = await _page.InnerTextAsync("main");
        if (appearance.Language == "ja" && !main.Any(Words.IsJapanese)) Complain("language", "the main text holds no Japanese");
        foreach (var key in Words.KeysIn(await _page.InnerTextAsync("body"))) Complain("resource key shown", key);
    }

    internal async Task PolicyAsync()
    {
        foreach (var violation in await _page.EvaluateAsync<string[]>("window.violations")) Complain("content security policy", violation);
    }

    internal async Task KeepAsync(string name)
    {
        var folder = Directory.CreateDirectory(Path.Combine(Repository.Root, "artifacts", "screenshots"));
        await _page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder.FullName, name + ".png"), FullPage = true });
    }

    private const string Widest =
        "[...document.querySelectorAll('body *')].filter(node => node.getBoundingClientRect().right > innerWidth + 1).slice(0, 3).map(node => node.tagName + '.' + node.className).join(' ')";
}
