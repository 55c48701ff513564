using Noroshi.Contacts.Domain;
using Noroshi.Kernel;

namespace Noroshi.Tests.Contacts;

/// <summary>Invented organisations and points for tests.</summary>
internal static class Entries
{
    internal static readonly HolidayCalendar NoHolidays = HolidayCalendar.Empty;

    internal static Body Body(string id = "ph-csirt", string state = "PH", string name = "Invented CSIRT", BodyKind kind = BodyKind.Csirt) => new()
    {
        Id = id,
        State = CountryCode.Parse(state),
        Kind = kind,
        NameEn = name,
        NameJa = "架空CSIRT",
        Provenance = new Provenance("Invented for a test", PartialDate.Parse("2026-01"), Confidence.B),
    };

    internal static ContactPoint Point(string id, string hours = "24/7", string zone = "Asia/Manila", ContactFunction function = ContactFunction.Technical, string body = "ph-csirt", string holidays = "", params string[] languages) => new()
    {
        Id = id,
        BodyId = body,
        Function = function,
        Languages = languages,
        Hours = Hours(hours, zone, holidays),
        Channels = [new Channel(ChannelKind.Telephone, "+00-0000-0000"), new Channel(ChannelKind.Email, "duty@csirt.example")],
        Provenance = new Provenance("Invented for a test", PartialDate.Parse("2026-01-15"), Confidence.B),
    };

    internal static OfficeHours Hours(string text, string zone, string holidays = "")
    {
        List<FieldProblem> problems = [];
        var hours = new FieldReader(
            new Dictionary<string, string> { [EntryFields.Hours] = text, [EntryFields.TimeZone] = zone, [EntryFields.Holidays] = holidays }, 0, problems).Hours();
        problems.ShouldBeEmpty();
        return hours;
    }

    internal static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture).ToUniversalTime();

    /// <summary>The fields of a good entry, to be spoilt by tests.</summary>
    internal static Dictionary<string, string> Fields() => EntryFields.Of(Body(), Point("ph-technical-1", "Mon-Fri 09:00-17:30; Sat 10:00-12:00", languages: ["en", "fil"]) with
    {
        TitleEn = "Duty desk",
        TitleJa = "当直",
        ValidFrom = new DateOnly(2026, 1, 1),
        Alternates = ["ph-csirt-1"],
        Keys = [new PointKey(PointKey.OpenPgp, new string('A', 40))],
        CheckEveryDays = 90,
        Note = "Line one; with, marks\nLine \"two\" \\ end",
        Hours = Hours("Mon-Fri 09:00-17:30; Sat 10:00-12:00", "Asia/Manila", "PH"),
    });
}
