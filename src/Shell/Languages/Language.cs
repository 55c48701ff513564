using System.Globalization;

namespace Noroshi.Shell.Languages;

/// <summary>The languages of the house, equals, with dates that name no era.</summary>
internal static class Language
{
    internal static readonly CultureInfo Japanese = WithIsoDates("ja-JP");
    internal static readonly CultureInfo English = WithIsoDates("en-GB");

    /// <summary>In the order in which the switch shows them; the first is the default.</summary>
    internal static readonly IReadOnlyList<CultureInfo> All = [Japanese, English];

    /// <summary>The language of a tag such as <c>ja</c>, <c>en-US</c>; <c>null</c> when the house does not speak it.</summary>
    internal static CultureInfo? Find(string? tag) =>
        tag is null ? null : All.FirstOrDefault(culture => tag.Split('-')[0].Equals(culture.TwoLetterISOLanguageName, StringComparison.OrdinalIgnoreCase));

    /// <summary>What a language calls itself.</summary>
    internal static string OwnName(CultureInfo language) => language.TwoLetterISOLanguageName == "ja" ? "日本語" : "English";

    private static CultureInfo WithIsoDates(string name)
    {
        var culture = (CultureInfo)CultureInfo.GetCultureInfo(name).Clone();
        culture.DateTimeFormat.Calendar = new GregorianCalendar();
        culture.DateTimeFormat.ShortDatePattern = "yyyy-MM-dd";
        culture.DateTimeFormat.ShortTimePattern = "HH:mm";
        culture.DateTimeFormat.LongTimePattern = "HH:mm:ss";
        return CultureInfo.ReadOnly(culture);
    }
}
