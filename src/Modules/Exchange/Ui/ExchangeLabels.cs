using System.Globalization;
using System.Resources;
using Microsoft.Extensions.Localization;
using Noroshi.Contracts;
using Noroshi.Exchange.Sharing;
using Noroshi.Exchange.Store;
using Noroshi.Kernel;
using Noroshi.Shell;
using Noroshi.Shell.Access;

namespace Noroshi.Exchange.Ui;

/// <summary>Says holders, states, times and rules in the language of the request.</summary>
internal sealed class ExchangeLabels(IStringLocalizer<ExchangeText> text, IStateNames names, ExchangeDirectory directory)
{
    private static readonly ResourceManager _text = new(typeof(ExchangeText));

    internal static IReadOnlyList<NavigationEntry> Navigation { get; } =
    [
        new("/exchange", () => Say("Exchange"), Features.ExchangeRights.Readers, 300),
        new("/exchange/partners", () => Say("Partners"), Features.ExchangeRights.Readers, 301),
        new("/exchange/sources", () => Say("Sources"), Features.ExchangeRights.Readers, 302),
        new("/exchange/departures", () => Say("Departures"), Features.ExchangeRights.Checkers, 303),
    ];

    internal static string Say(string key) => _text.GetString(key, CultureInfo.CurrentUICulture) ?? key;

    internal string State(string code) => CountryCode.TryParse(code, out var known) ? names.NameOf(known, CultureInfo.CurrentUICulture) : text["NotRecorded"];

    internal string States(IReadOnlyList<string> codes) => codes.Count == 0 ? text["NoStates"] : string.Join(text["ListComma"], codes.Select(State));

    /// <summary>A partner or an organisation by its name.</summary>
    internal string Holder(string holder, IReadOnlyList<Organisation> organisations) => holder.Split(':', 2) switch
    {
        ["partner" or "node", var id] => directory.Latest?.Partner(id)?.Name ?? id,
        ["organisation", var id] => organisations.FirstOrDefault(one => one.Id == id)?.Name ?? id,
        ["person", _] => text["PersonHere"],
        _ => holder,
    };

    internal string Of(Purpose purpose) => text["Purpose_" + purpose];

    internal string Exit(string name) => text["Exit_" + name];

    internal string Origin(int origin) => text["Origin_" + (Origin)origin];

    internal static string Moment(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);

    internal static string Moment(long moment) => Moment(Moments.Time(moment));

    internal static string Number(long number) => number.ToString("N0", CultureInfo.CurrentCulture);
}
