using Noroshi.Diplomacy.Desk.Domain;

namespace Noroshi.Tests.Diplomacy.Desk.Domain;

public sealed class WordingTests
{
    [Fact]
    public void Text_WhenThereIsNone_IsEmptyInEitherLanguage()
    {
        var none = default(Wording);
        (none.IsEmpty, none.In(true), none.In(false), none.OtherLanguage(true)).ShouldBe((true, "", "", null));
        none.ShouldBe(new Wording("", ""));
    }

    [Theory]
    [InlineData("Text", "文", true, "文", null)]
    [InlineData("Text", "文", false, "Text", null)]
    [InlineData("Text", "", true, "Text", "en")]
    [InlineData("", "文", false, "文", "ja")]
    public void Text_WhenALanguageIsMissing_IsTheOtherAndSaysSo(string en, string ja, bool japanese, string text, string? language) =>
        (new Wording(en, ja).In(japanese), new Wording(en, ja).OtherLanguage(japanese)).ShouldBe((text, language));
}
