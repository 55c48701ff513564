using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Noroshi.Observatory.Ui.Imports;

namespace Noroshi.Tests.Observatory.Ui;

public sealed class ReasonWordsTests : IDisposable
{
    private readonly CultureInfo _before = CultureInfo.CurrentUICulture;
    private readonly ServiceProvider _services = new ServiceCollection().AddLogging().AddLocalization().AddSingleton<ReasonWords>().BuildServiceProvider();

    /// <summary>Everything the readers and the queue of imports say; mappings are given on the command line only, which speaks English.</summary>
    public static TheoryData<string> Said
    {
        get
        {
            var module = Path.Combine(Root(), "src", "Modules", "Observatory");
            var files = Directory.EnumerateFiles(Path.Combine(module, "Reading"), "*.cs", SearchOption.AllDirectories)
                .Where(static file => Path.GetFileName(file) != "MappingFile.cs")
                .Append(Path.Combine(module, "Features", "Imports", "Queue", "ImportWorker.cs"))
                .Append(Path.Combine(module, "Features", "Imports", "ContentHash.cs"));
            // "{0} {1}" is a position, such as "line 12".
            return [.. files.SelectMany(static file => SaidLiterals.Of(File.ReadAllText(file))).Where(static text => text != "{0} {1}").Distinct(), "line {0}", "byte {0}"];
        }
    }

    [Theory]
    [MemberData(nameof(Said))]
    public void Say_WhateverTheReadersSay_IsThereInJapaneseAndEnglish(string template)
    {
        var english = string.Format(CultureInfo.InvariantCulture, template, "4711", "value-2", "value-3");
        var japanese = Say("ja", english);
        japanese.Language.ShouldBeNull($"ReasonText.ja.resx has no words for: {template}");
        japanese.Text.ShouldNotBe(english);
        japanese.Text.ShouldContain(static letter => letter >= '\u3041');
        japanese.Text.Contains("4711", StringComparison.Ordinal).ShouldBe(english.Contains("4711", StringComparison.Ordinal));
        Say("en", english).ShouldBe((english, null));
    }

    [Fact]
    public void Said_WhenCollected_HoldsWhatReadersAreKnownToSay()
    {
        // Guards the test above against a search that finds nothing.
        string[] known = ["packet cut within its IPv4 header", "line is not one JSON object", "fewer columns than needed", "{0} event", "There is no sensor '{0}' any more."];
        var said = Said.Select(static row => row.Data).ToList();
        known.Except(said).ShouldBeEmpty();
        said.Count.ShouldBeGreaterThan(70);
    }

    [Theory]
    [InlineData("line 12", "12 行目")]
    [InlineData("dns event", "dns イベント")]
    public void Say_WhenAValueIsPutIn_KeepsIt(string english, string expected) => Say("ja", english).Text.ShouldBe(expected);

    [Theory]
    [InlineData("something an older version said")]
    [InlineData("{0} event of {1} {0:N99999999}")]
    public void Say_WhenThereAreNoWords_KeepsTheTextAndSaysItsLanguage(string english) => Say("ja", english).ShouldBe((english, "en"));

    [Fact]
    public void Say_WhenTheValueHoldsBraces_PutsItInAsItIs() => Say("ja", "There is no sensor '{0}{9}' any more.").Text.ShouldBe("センサー「{0}{9}」はもうありません。");

    [Fact]
    public void Say_WhenThereIsNothing_SaysADash() => Say("ja", null).ShouldBe(("–", null));

    public void Dispose()
    {
        CultureInfo.CurrentUICulture = _before;
        _services.Dispose();
    }

    private (string Text, string? Language) Say(string language, string? english)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        return _services.GetRequiredService<ReasonWords>().Say(english);
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Noroshi.slnx"))) folder = folder.Parent ?? throw new DirectoryNotFoundException("Run from below the repository.");
        return folder.FullName;
    }
}
