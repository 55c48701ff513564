using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Microsoft.Playwright;
using Noroshi.BrowserTests.House;

namespace Noroshi.BrowserTests.Hotline;

/// <summary>The exercise as anybody starts it: two nodes of two states in processes of their own, peered, with people to sign in as.</summary>
public sealed class TwoNodes : IAsyncLifetime
{
    internal const string Japan = "JP";
    internal const string Philippines = "PH";
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("noroshi-two-nodes-");
    private readonly StringBuilder _errors = new();
    private readonly Dictionary<(string State, string Name), string> _sessions = [];
    private readonly Dictionary<string, Side> _sides = [];
    private Process? _demo;
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        if (!Chromium.IsThere) return;
        _demo = Process.Start(NodeProgram.Verb("demo", "--json", "--port", "0", "--data", Path.Combine(_folder.FullName, "demo")))!;
        _demo.ErrorDataReceived += (_, line) =>
        {
            lock (_errors) _errors.AppendLine(line.Data);
        };
        _demo.BeginErrorReadLine();
        var said = await ReadyAsync(_demo.StandardOutput);
        _sides[Japan] = Side.Of(said);
        _sides[Philippines] = Side.Of(said.GetProperty("partner"));
        _playwright = await Playwright.CreateAsync();
        _browser = await Chromium.LaunchAsync(_playwright);
    }

    /// <summary>A browser of somebody in one of the states, signed in, in their language.</summary>
    internal async Task<IBrowserContext> SignInAsync(string state, string name, string language, bool script = true)
    {
        Assert.SkipUnless(Chromium.IsThere, $"{Chromium.Program} is not installed.");
        if (_demo!.HasExited) throw new InvalidOperationException($"The exercise ended with {_demo.ExitCode}: {Errors()}");
        if (!_sessions.TryGetValue((state, name), out var session)) _sessions[(state, name)] = session = await SignInOnceAsync(state, name);
        var context = await OpenAsync(new BrowserNewContextOptions { BaseURL = _sides[state].Url, Locale = language, StorageState = session, JavaScriptEnabled = script });
        if (script) await context.AddInitScriptAsync(Sounds.Count);
        return context;
    }

    private async Task<string> SignInOnceAsync(string state, string name)
    {
        await using var context = await OpenAsync(new BrowserNewContextOptions { BaseURL = _sides[state].Url, Locale = "en" });
        var page = await context.NewPageAsync();
        await page.GotoAsync("/sign-in");
        await page.FillAsync("[name=name]", name);
        await page.FillAsync("[name=password]", _sides[state].Passwords[name]);
        await page.ClickAsync("main form button[type=submit]");
        await page.WaitForURLAsync(url => !url.Contains("/sign-in", StringComparison.Ordinal), new() { WaitUntil = WaitUntilState.Commit });
        return await context.StorageStateAsync();
    }

    private async Task<IBrowserContext> OpenAsync(BrowserNewContextOptions options)
    {
        options.ReducedMotion = ReducedMotion.Reduce;
        var context = await _browser!.NewContextAsync(options);
        context.SetDefaultTimeout(60_000);
        return context;
    }

    private async Task<JsonElement> ReadyAsync(StreamReader output)
    {
        while (await output.ReadLineAsync() is { } line)
        {
            if (!line.StartsWith("{\"exercise\"", StringComparison.Ordinal)) continue;
            // What is logged later is read and let go, so that the pipe never fills.
            _ = output.BaseStream.CopyToAsync(Stream.Null);
            using var json = JsonDocument.Parse(line);
            return json.RootElement.Clone();
        }

        throw new InvalidOperationException("The exercise did not start: " + Errors());
    }

    private string Errors()
    {
        lock (_errors) return _errors.ToString();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_browser is not null) await _browser.CloseAsync();
        _playwright?.Dispose();
        if (_demo is not null)
        {
            if (!_demo.HasExited) _demo.Kill(entireProcessTree: true);
            await _demo.WaitForExitAsync();
            _demo.Dispose();
        }

        _folder.Delete(recursive: true);
    }

    private sealed record Side(string Url, IReadOnlyDictionary<string, string> Passwords)
    {
        internal static Side Of(JsonElement said) => new(
            said.GetProperty("url").GetString()!,
            said.GetProperty("people").EnumerateArray().ToDictionary(static person => person.GetProperty("name").GetString()!, static person => person.GetProperty("password").GetString()!));
    }
}
