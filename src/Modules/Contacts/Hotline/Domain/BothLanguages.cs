using System.Globalization;

namespace Noroshi.Contacts.Hotline;

/// <summary>A text in Japanese, in English, or in both; empty where it was not given.</summary>
internal sealed record BothLanguages(string Ja, string En)
{
    internal static BothLanguages Empty { get; } = new("", "");

    internal bool IsEmpty => Ja.Length == 0 && En.Length == 0;

    /// <summary>In the language of the request, else in the other one.</summary>
    internal string Shown => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "ja" ? Or(Ja, En) : Or(En, Ja);

    private static string Or(string first, string second) => first.Length > 0 ? first : second;
}
