using Noroshi.Contacts.Hotline;

namespace Noroshi.Tests.Contacts.Hotline.Wire;

public sealed class PhrasesTests
{
    [Fact]
    public void Standard_WhenRead_HasBothLanguagesAndTheSameParts()
    {
        StandardPhrases.All.Count.ShouldBeGreaterThanOrEqualTo(20);
        StandardPhrases.All.Select(one => one.Id).Distinct().Count().ShouldBe(StandardPhrases.All.Count);
        foreach (var one in StandardPhrases.All)
        {
            HotlineWords.Class(one.Kind).ShouldNotBeNull(one.Id);
            HotlineWords.PrecedenceOf(one.Urgency).ShouldNotBeNull(one.Id);
            one.TitleJa.ShouldNotBeEmpty();
            one.TitleEn.ShouldNotBeEmpty();
            PhraseBook.Parts(one with { TextEn = "" }).ShouldBe(PhraseBook.Parts(one with { TextJa = "" }), ignoreOrder: true, one.Id);
        }

        foreach (var word in HotlineWords.Classes) StandardPhrases.All.ShouldContain(one => one.Kind == word, word);
    }

    [Fact]
    public void Standard_WhenRead_NamesNoAttacker()
    {
        foreach (var one in StandardPhrases.All)
        {
            one.TextEn.ShouldNotContain("attack");
            one.TextJa.ShouldNotContain("攻撃");
        }
    }

    [Fact]
    public void Fill_WhenAPartHasNoValue_KeepsItsBraces()
    {
        var filled = PhraseBook.Fill("{system} at {time}, {system}", part => part == "system" ? "Grid <1>" : "");
        filled.ShouldBe("Grid <1> at {time}, Grid <1>");
        PhraseBook.HasOpenPart(filled).ShouldBeTrue();
        PhraseBook.HasOpenPart("""{"json": 1}""").ShouldBeFalse("braces of other kinds are text");
    }
}
