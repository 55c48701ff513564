using System.Globalization;
using Microsoft.Extensions.Localization;
using Noroshi.Contacts.Domain;
using Noroshi.Contracts;
using Noroshi.Kernel;

namespace Noroshi.Contacts.Ui;

/// <summary>Says functions, states, times and languages in the language of the request.</summary>
internal sealed class ContactLabels(IStringLocalizer<ContactText> text, IStateNames names)
{
    internal static bool Japanese => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "ja";

    internal string Of(ContactFunction function) => text["Function_" + ContactWords.Of(function)];

    internal string Of(BodyKind kind) => text["Kind_" + ContactWords.Of(kind)];

    internal string Of(ChannelKind kind) => text["Channel_" + ContactWords.Of(kind)];

    internal string Of(StepReason reason) => text["Step_" + reason];

    internal string Of(CheckStatus status) => text["Check_" + status];

    internal string State(CountryCode code) => code.IsKnown ? names.NameOf(code, CultureInfo.CurrentUICulture) : text["NoState"];

    internal string State(string code) => State(CountryCode.TryParse(code, out var known) ? known : CountryCode.Unknown);

    internal static string Name(Body body) => body.Name(Japanese);

    /// <summary>A point in a list: its organisation and, where it has one, the name of the desk.</summary>
    internal static string Name(Body body, ContactPoint point) => point.Title(Japanese) is { Length: > 0 } title ? $"{body.Name(Japanese)} · {title}" : body.Name(Japanese);

    /// <summary>What stands between the parts of a list.</summary>
    internal string Comma => text["Comma"];

    internal string Languages(IReadOnlyList<string> tags) => tags.Count == 0 ? text["NotRecorded"] : string.Join(Comma, tags.Select(Language));

    /// <summary>A language in the reader's own; the tag itself where nobody named it.</summary>
    internal static string Language(string tag)
    {
        try
        {
            return CultureInfo.GetCultureInfo(tag, predefinedOnly: true).DisplayName;
        }
        catch (CultureNotFoundException)
        {
            return tag;
        }
    }

    /// <summary>A moment in UTC, to the minute.</summary>
    internal static string Moment(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) + "Z";

    /// <summary>The clock there: weekday, day and time.</summary>
    internal static string LocalDay(DateTimeOffset local) => local.ToString("ddd yyyy-MM-dd", CultureInfo.CurrentCulture);

    internal static string LocalClock(DateTimeOffset local) => local.ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary>How far that clock is from UTC: <c>UTC+8</c>, <c>UTC+5:30</c>.</summary>
    internal static string Offset(DateTimeOffset local) =>
        "UTC" + (local.Offset < TimeSpan.Zero ? "−" : "+") + local.Offset.ToString(local.Offset.Minutes == 0 ? "%h" : "h\\:mm", CultureInfo.InvariantCulture);

    /// <summary>A length of time in the two largest units that matter.</summary>
    internal string Length(TimeSpan length) =>
        length < TimeSpan.FromMinutes(1) ? text["LessThanAMinute"]
        : length < TimeSpan.FromHours(1) ? text["Minutes", (int)length.TotalMinutes]
        : length < TimeSpan.FromDays(2) ? text["HoursMinutes", (int)length.TotalHours, length.Minutes]
        : text["DaysHours", length.Days, length.Hours];

    /// <summary>Hours as people say them; says so where none are recorded.</summary>
    internal string Hours(OfficeHours hours) =>
        hours.AroundTheClock ? text["AroundTheClock"] : hours.Week.Count == 0 ? text["HoursUnknown"] : HoursText.Write(hours.Week);

    internal string Holidays(OfficeHours hours) => hours.Holidays switch
    {
        HolidayRule.Open => text["HolidaysOpen"],
        HolidayRule.Closed => text["HolidaysClosed", hours.HolidayPlace.Length > 2 ? hours.HolidayPlace : State(hours.HolidayPlace)],
        _ => text["HolidaysUnknown"],
    };
}
