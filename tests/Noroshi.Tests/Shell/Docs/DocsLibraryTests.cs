using Noroshi.Shell.Docs;

namespace Noroshi.Tests.Shell.Docs;

public sealed class DocsLibraryTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("noroshi-docs-");

    public void Dispose() => _folder.Delete(recursive: true);

    private DocsLibrary With(string file, string text)
    {
        var path = Path.Combine(_folder.FullName, "docs", file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return new DocsLibrary(Path.Combine(_folder.FullName, "docs"));
    }

    [Theory]
    [InlineData("en/how-to/import")]
    [InlineData("en/how-to/import.md")]
    [InlineData("/en/how-to/import/")]
    public void Find_WhenThePageIsThere_HasItsTitleAndText(string address)
    {
        var page = With("en/how-to/import.md", "# Import `captures`\n\nFirst **this**.").Find(address).ShouldNotBeNull();
        page.Title.ShouldBe("Import captures");
        page.Html.ShouldContain("<strong>this</strong>");
        page.Html.ShouldNotContain("<h1");
    }

    [Theory]
    [InlineData("../secret")]
    [InlineData("en/../../secret")]
    [InlineData("/etc/passwd")]
    [InlineData("..%2Fsecret")]
    public void Find_WhenTheAddressLeadsOut_FindsNothing(string address)
    {
        File.WriteAllText(Path.Combine(_folder.FullName, "secret.md"), "# Secret");
        With("en/index.md", "# Home").Find(address).ShouldBeNull();
    }

    [Fact]
    public void Html_WhenThePageHoldsTags_ShowsThemAsText()
    {
        var html = With("en/a.md", "# A\n\n<script>alert(1)</script> <img src=x onerror=alert(1)>").Find("en/a")!.Html;
        html.ShouldNotContain("<script");
        html.ShouldNotContain("<img");
    }

    [Theory]
    [InlineData("../reference/cli.md#verbs", "/docs/en/reference/cli#verbs")]
    [InlineData("../index.md", "/docs/en")]
    [InlineData("../../images/overview.png", "/docs/images/overview.png")]
    [InlineData("#here", "#here")]
    public void Html_WhenPagesLinkToFiles_LinksToPages(string written, string expected) =>
        With("en/how-to/a.md", $"# A\n\n[x]({written})").Find("en/how-to/a")!.Html.ShouldContain($"href=\"{expected}\"");

    [Fact]
    public void Search_WhenWordsAreInOneLanguage_FindsThatLanguageOnly()
    {
        With("en/a.md", "# A\n\nsensor token");
        var library = With("ja/a.md", "# 甲\n\nsensor トークン");
        library.Search("ja", "sensor トークン").ShouldHaveSingleItem().Address.ShouldBe("ja/a");
        library.Search("ja", " ").ShouldBeEmpty();
    }
}
