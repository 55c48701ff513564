using Noroshi.Contacts.Domain;
using Noroshi.Shell.ReferenceData;

namespace Noroshi.Contacts.Features;

/// <summary>The reviewed holidays of <c>data/states/holidays</c> as the calendar of this room.</summary>
internal static class Holidays
{
    internal static HolidayCalendar Read(ReferenceTables tables) => !tables.IsThere ? HolidayCalendar.Empty : new HolidayCalendar(
        tables.Rows("holidays").Select(row => (row["state"], row.Day("date")!.Value, new PublicHoliday(row["name_en"], row["name_ja"], row.List("region")))));
}
