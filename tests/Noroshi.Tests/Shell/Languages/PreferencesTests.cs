using Microsoft.AspNetCore.Http;
using Noroshi.Shell.Languages;

namespace Noroshi.Tests.Shell.Languages;

public sealed class PreferencesTests
{
    [Theory]
    [InlineData(null, null, null, "ja")]
    [InlineData(null, null, "de, en;q=0.5", "en")]
    [InlineData(null, null, "fr", "ja")]
    [InlineData(null, "en", "ja", "en")]
    [InlineData("ja", "en", "en", "ja")]
    [InlineData("xx", null, null, "ja")]
    public void LanguageOf_WhenAskedRememberedOrPreferred_TakesThemInThatOrder(string? query, string? cookie, string? accepted, string expected)
    {
        var request = new DefaultHttpContext().Request;
        if (query is not null) request.QueryString = new QueryString("?lang=" + query);
        if (cookie is not null) request.Headers.Cookie = "lang=" + cookie;
        if (accepted is not null) request.Headers.AcceptLanguage = accepted;
        Preferences.LanguageOf(request).TwoLetterISOLanguageName.ShouldBe(expected);
    }

    [Theory]
    [InlineData("dark", "dark")]
    [InlineData("\"><script>", "auto")]
    [InlineData(null, "auto")]
    public void ThemeOf_WhenNotKnown_IsTheDevices(string? cookie, string expected)
    {
        var request = new DefaultHttpContext().Request;
        if (cookie is not null) request.Headers.Cookie = "theme=" + Uri.EscapeDataString(cookie);
        Preferences.ThemeOf(request).ShouldBe(expected);
    }

    [Fact]
    public void SamePage_WhenOneValueChanges_KeepsTheOthers()
    {
        var request = new DefaultHttpContext().Request;
        request.Path = "/observatory";
        request.QueryString = new QueryString("?country=PH&port=23%2Ftcp&page=3");
        request.SamePage(("sort", "-events"), ("page", null)).ShouldBe("/observatory?country=PH&port=23%2Ftcp&sort=-events");
    }

    [Fact]
    public void Dates_InBothLanguages_AreIsoWithoutEra()
    {
        var day = new DateOnly(2026, 3, 14);
        Language.Japanese.DateTimeFormat.ShortDatePattern.ShouldBe(Language.English.DateTimeFormat.ShortDatePattern);
        day.ToString(Language.Japanese).ShouldBe("2026-03-14");
        day.ToString(Language.English).ShouldBe("2026-03-14");
    }
}
