using Microsoft.Playwright;

namespace Noroshi.BrowserTests.House;

/// <summary>The browser of the machine: never downloaded, never talking to anyone but the node.</summary>
internal static class Chromium
{
    internal const string Program = "/usr/bin/chromium";

    internal static bool IsThere => File.Exists(Program);

    internal static Task<IBrowser> LaunchAsync(IPlaywright playwright) => playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
    {
        ExecutablePath = Program,
        Headless = true,
        Args =
        [
            "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
            "--disable-component-update", "--disable-sync", "--disable-features=Translate,MediaRouter,OptimizationHints",
        ],
    });
}
