using System.Text.Json;

namespace Noroshi.Tests.Documentation;

public class PagesTests
{
    public static TheoryData<string> English => [.. Pages.In("en")];

    public static TheoryData<string, string> Both => new(Pages.In("en").SelectMany(page => new[] { ("en", page), ("ja", page) }));

    [Fact]
    public void Pages_WhenWrittenInOneLanguage_ExistInTheOther() => Pages.In("ja").ShouldBe(Pages.In("en"));

    [Theory]
    [MemberData(nameof(English))]
    public void Page_WhenReadInBothLanguages_HasTheSameOutline(string page)
    {
        var (english, japanese) = (Pages.Read("en", page), Pages.Read("ja", page));
        Pages.Outline(japanese).ShouldBe(Pages.Outline(english));
        Pages.Links(japanese).Order().ShouldBe(Pages.Links(english).Order());
        foreach (var kind in new[] { "sh", "json", "csv", "nginx", "ini" })
        {
            Pages.Blocks(japanese, kind).Select(Code).ShouldBe(Pages.Blocks(english, kind).Select(Code));
        }
    }

    [Fact]
    public void Links_WhenFollowed_LeadSomewhere()
    {
        var dead = from page in Pages.All()
                   from link in Pages.Links(File.ReadAllText(page))
                   where !link.Contains("://", StringComparison.Ordinal) && link[0] is not ('#' or '/')
                   let target = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(page)!, link.Split('#')[0]))
                   where !File.Exists(target) && !Directory.Exists(target)
                   select $"{Path.GetRelativePath(Pages.Root, page)}: {link}";
        dead.ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Both))]
    public void JsonSamples_WhenRead_AreJson(string language, string page)
    {
        foreach (var sample in Pages.Blocks(Pages.Read(language, page), "json")) Should.NotThrow(() => JsonDocument.Parse(sample).Dispose(), sample);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public void Pages_WhenRead_NeverNameAnAttacker(string language, string page)
    {
        // The words may be named, in quotes, where it is explained why they are not used.
        if (page.StartsWith("explanation/", StringComparison.Ordinal)) return;
        Pages.Read(language, page).ShouldNotContain(language == "en" ? "attacker" : "攻撃者");
    }

    private static string Code(string block) => string.Join('\n', block.Split('\n').Select(line => line.Split("  #")[0].TrimEnd()));
}
