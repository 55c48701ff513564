using Microsoft.Playwright;
using Noroshi.BrowserTests.House;

[assembly: AssemblyFixture(typeof(Browsing))]
[assembly: CollectionBehavior(DisableTestParallelization = true)]

namespace Noroshi.BrowserTests.House;

/// <summary>One node, one browser, one signed-in administrator for all tests.</summary>
public sealed class Browsing : IAsyncLifetime
{
    internal const string Administrator = "ayame";
    internal const string Password = "kiri-no-naka no noroshi 7";

    private readonly Dictionary<Appearance, IBrowserContext> _contexts = [];
    private NodeProcess? _node;
    private IPlaywright? _playwright;
    private string _session = "";

    internal IBrowser Browser { get; private set; } = null!;

    internal Uri Address => _node!.Address;

    /// <summary>Sets the node up as a person would: by the one-time link, in the browser.</summary>
    public async ValueTask InitializeAsync()
    {
        if (!Chromium.IsThere) return;
        _node = await NodeProcess.StartExerciseAsync();
        _playwright = await Playwright.CreateAsync();
        Browser = await Chromium.LaunchAsync(_playwright);
        var page = await SetUpAsync(_node, "en-GB");
        await using var context = page.Context;
        await FirstDay.EnterStatementAsync(page);
        await FirstDay.EnterProjectAsync(page);
        await FirstDay.EnterAssessmentAsync(page);
        _session = await context.StorageStateAsync();
    }

    /// <summary>A page of a fresh node's first administrator, who came by the one-time link.</summary>
    internal async Task<IPage> SetUpAsync(NodeProcess node, string language)
    {
        Assert.SkipUnless(Chromium.IsThere, $"{Chromium.Program} is not installed.");
        var context = await NewContextAsync(new BrowserNewContextOptions { Locale = language, BaseURL = node.Address.ToString() });
        var page = await context.NewPageAsync();
        await page.GotoAsync(await node.SetUpLink.WaitAsync(TimeSpan.FromMinutes(2)));
        await FirstDay.SetUpAsync(page);
        return page;
    }

    /// <summary>A page signed in as the administrator, in one appearance; its context is kept for the next test.</summary>
    internal async Task<IPage> OpenAsync(Appearance appearance, bool script = true, bool signedIn = true)
    {
        Assert.SkipUnless(Chromium.IsThere, $"{Chromium.Program} is not installed.");
        _node!.MustLive();
        if (script && signedIn && _contexts.TryGetValue(appearance, out var kept)) return await kept.NewPageAsync();
        var context = await NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = Address.ToString(),
            StorageState = signedIn ? _session : null,
            JavaScriptEnabled = script,
            ColorScheme = appearance.Dark ? ColorScheme.Dark : ColorScheme.Light,
            Locale = appearance.Language,
            ReducedMotion = ReducedMotion.Reduce,
            ViewportSize = new ViewportSize { Width = 1280, Height = 900 },
        });
        if (script && signedIn) _contexts[appearance] = context;
        await context.AddInitScriptAsync(
            "window.violations = []; document.addEventListener('securitypolicyviolation', event => window.violations.push(`${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`));");
        return await context.NewPageAsync();
    }

    /// <summary>A signed-in context at the node's name rather than its number: passkeys belong to a name.</summary>
    internal async Task<IBrowserContext> OpenAtLocalhostAsync()
    {
        Assert.SkipUnless(Chromium.IsThere, $"{Chromium.Program} is not installed.");
        _node!.MustLive();
        return await NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = new UriBuilder(Address) { Host = "localhost" }.Uri.ToString(),
            StorageState = _session.Replace("127.0.0.1", "localhost", StringComparison.Ordinal),
        });
    }

    // Nothing here measures speed: a busy machine may take its time, and only a real hang fails.
    private async Task<IBrowserContext> NewContextAsync(BrowserNewContextOptions options)
    {
        var context = await Browser.NewContextAsync(options);
        context.SetDefaultTimeout(180_000);
        return context;
    }

    public async ValueTask DisposeAsync()
    {
        if (Browser is not null) await Browser.CloseAsync();
        _playwright?.Dispose();
        if (_node is not null) await _node.DisposeAsync();
    }
}
