using Microsoft.Playwright;

namespace Noroshi.BrowserTests.Hotline;

/// <summary>What a page sounds, counted where a person would hear it.</summary>
internal static class Sounds
{
    /// <summary>Counts every tone that a page begins.</summary>
    internal const string Count =
        "window.tones = 0; if (window.OscillatorNode) { const start = OscillatorNode.prototype.start; OscillatorNode.prototype.start = function (...when) { window.tones++; return start.apply(this, when); }; }";

    /// <summary>Waits until the page has sounded.</summary>
    internal static Task WaitAsync(IPage page) => page.WaitForFunctionAsync("() => window.tones > 0");

    /// <summary>Tones so far.</summary>
    internal static Task<int> SoFarAsync(IPage page) => page.EvaluateAsync<int>("window.tones");
}
