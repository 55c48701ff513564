using System.Globalization;
using System.Resources;
using Microsoft.Extensions.Localization;
using Noroshi.Contracts;
using Noroshi.Diplomacy.Votes.Domain;
using Noroshi.Diplomacy.Votes.Reading;
using Noroshi.Kernel;

namespace Noroshi.Diplomacy.Votes.Ui;

/// <summary>Words and figures about votes in the language of the reader.</summary>
internal sealed class VoteLabels(IStringLocalizer<VotesText> text, IStateNames names, VoteStates states)
{
    private static readonly ResourceManager _words = new(typeof(VotesText));

    internal static bool Japanese => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "ja";

    /// <summary>A word where no service is at hand.</summary>
    internal static string Word(string key) => _words.GetString(key, CultureInfo.CurrentUICulture) ?? key;

    internal string Say(string key) => text[key];

    /// <summary>Name of a state, also of one that ceased.</summary>
    internal string State(string code) => states.FormerNameOf(code, Japanese) ?? (CountryCode.TryParse(code, out var country) ? names.NameOf(country, CultureInfo.CurrentUICulture) : code);

    internal string Choice(Choice choice) => text["Choice_" + choice];

    /// <summary>A choice somebody gave a state; null is absent.</summary>
    internal string Given(Choice? choice) => choice is { } chosen ? Choice(chosen) : text["Choice_Absent"];

    /// <summary>Two digits behind the point, with a sign where it is below 0.</summary>
    internal static string Number(double number) => number.ToString("0.00", CultureInfo.CurrentCulture).Replace("-0.00", "0.00", StringComparison.Ordinal);

    /// <summary>A share with three digits.</summary>
    internal static string Share(double share) => share.ToString("0.000", CultureInfo.CurrentCulture);

    /// <summary>A probability in whole percent. Never as if it were certain: below one and above ninety-nine it is said so.</summary>
    internal string Chance(double chance) => chance switch
    {
        < 0.005 => text["LessThanOne"],
        > 0.995 => text["MoreThanNinetyNine"],
        _ => text["Percent", (chance * 100).ToString("0", CultureInfo.CurrentCulture)],
    };

    internal static string Day(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>A title that fits a table.</summary>
    internal static string Brief(string title) => title.Length > 160 ? title[..159] + "…" : title;
}
