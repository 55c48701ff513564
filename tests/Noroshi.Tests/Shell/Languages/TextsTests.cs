namespace Noroshi.Tests.Shell.Languages;

public sealed class TextsTests
{
    private static readonly string Source = Path.Combine(Root(), "src");

    private static IEnumerable<string> Files(string pattern) => Directory.EnumerateFiles(Source, pattern, SearchOption.AllDirectories);

    private static IReadOnlyList<ResourcePair> Pairs => [.. Files("*.resx").Where(static file => !file.EndsWith(".ja.resx", StringComparison.Ordinal)).Select(ResourcePair.Read)];

    [Fact]
    public void Resources_InBothLanguages_AreThereFilledAndAlike() => Pairs.SelectMany(static pair => pair.Complaints()).ShouldBeEmpty();

    [Fact]
    public void Resources_WhenJapanese_HaveTheirEnglish() =>
        Files("*.ja.resx").Where(static file => !File.Exists(file.Replace(".ja.resx", ".resx", StringComparison.Ordinal))).ShouldBeEmpty();

    [Fact]
    public void Razor_EveryText_ComesFromResources() =>
        Files("*.razor").SelectMany(static file => RazorMarkup.LiteralTexts(File.ReadAllText(file)).Select(text => $"{Path.GetFileName(file)}: {text}")).ShouldBeEmpty();

    [Fact]
    public void Razor_EveryKeyAskedFor_IsThere()
    {
        var pairs = Pairs.ToLookup(static pair => pair.Name);
        var missing = new List<string>();
        foreach (var file in Files("*.razor"))
        {
            var (resource, keys) = RazorMarkup.KeysAsked(File.ReadAllText(file));
            if (resource is null) continue;
            missing.AddRange(keys.Where(key => !pairs[resource].Any(pair => pair.Holds(key))).Select(key => $"{Path.GetFileName(file)}: {resource} has no '{key}'"));
        }

        missing.ShouldBeEmpty();
    }

    [Fact]
    public void House_WhenSearched_HasPagesAndTexts()
    {
        // Guards the tests above against looking into an empty folder.
        Files("*.razor").Count().ShouldBeGreaterThan(20);
        Pairs.Sum(static pair => pair.English.Count).ShouldBeGreaterThan(100);
    }

    [Theory]
    [InlineData("<p>Hello</p>", "Hello")]
    [InlineData("<p>@Text[\"A\"] こんにちは</p>", "こんにちは")]
    [InlineData("@if (x > 3)\n{\n    <p>Late</p>\n}\nelse\n{\n    <b>@y</b>\n}", "Late")]
    [InlineData("<img alt=\"A picture\" src=\"/a.png\" />", "A picture")]
    [InlineData("<Card Title=\"Plain\"></Card>", "Plain")]
    [InlineData("<p>@items.Count items</p>", "items")]
    [InlineData("@code {\n}", null)]
    [InlineData("<p>@Text[\"A\", b.Count(c => c > 0)]</p>", null)]
    [InlineData("@foreach (var a in b)\n{\n    var c = a.D;\n    <p class=\"wide\">@c · @(a ?? \"x\")</p>\n}", null)]
    [InlineData("<kbd>Ctrl</kbd> <span lang=\"ja\">狼煙</span>", null)]
    [InlineData("@* A note <p>Hello</p> *@", null)]
    public void LiteralTexts_WhenPlanted_AreFound(string razor, string? expected)
    {
        var found = RazorMarkup.LiteralTexts(razor);
        if (expected is null) found.ShouldBeEmpty();
        else found.ShouldHaveSingleItem().ShouldContain(expected);
    }

    [Theory]
    [InlineData("a", "", "empty")]
    [InlineData("a", null, "missing in Japanese")]
    [InlineData(null, "あ", "missing in English")]
    [InlineData("{0} of {1}", "{0} 件", "placeholders")]
    [InlineData("{0:N0} of {1}", "{1} 件中 {0}", null)]
    public void Complaints_WhenPlanted_AreMade(string? english, string? japanese, string? expected)
    {
        static Dictionary<string, string> One(string? value) => value is null ? [] : new() { ["Key"] = value };
        var complaints = new ResourcePair("X", One(english), One(japanese)).Complaints().ToList();
        if (expected is null) complaints.ShouldBeEmpty();
        else complaints.ShouldHaveSingleItem().ShouldContain(expected);
    }

    [Fact]
    public void KeysAsked_WhenPutTogether_AreAskedByTheirBeginning()
    {
        var (resource, keys) = RazorMarkup.KeysAsked("@inject IStringLocalizer<Words> Text\n<p>@Text[\"Plain\"] @Text[\"Alert\" + kind]</p>");
        resource.ShouldBe("Words");
        keys.ShouldBe(["Plain", "Alert*"]);
        new ResourcePair("Words", new Dictionary<string, string> { ["AlertError"] = "!" }, new Dictionary<string, string>()).Holds("Alert*").ShouldBeTrue();
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Noroshi.slnx"))) folder = folder.Parent ?? throw new DirectoryNotFoundException("Run from below the repository.");
        return folder.FullName;
    }
}
