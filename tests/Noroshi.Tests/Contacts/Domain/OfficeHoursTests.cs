using Noroshi.Contacts.Domain;
using Noroshi.Kernel;

namespace Noroshi.Tests.Contacts.Domain;

public class OfficeHoursTests
{
    private static readonly HolidayCalendar Calendar = new(
    [
        ("PH", new DateOnly(2026, 4, 9), new PublicHoliday("Day of Valour", "武勇の日", [])),
        ("GB", new DateOnly(2026, 1, 2), new PublicHoliday("2nd January", "1月2日", ["SCT"])),
        ("GB", new DateOnly(2026, 1, 1), new PublicHoliday("New Year's Day", "元日", [])),
    ]);

    [Theory]
    [InlineData("2026-03-02T00:59Z", "No")] // Monday 08:59 in Manila
    [InlineData("2026-03-02T01:00Z", "Yes")]
    [InlineData("2026-03-02T09:29Z", "Yes")]
    [InlineData("2026-03-02T09:30Z", "No")] // the end is not open any more
    [InlineData("2026-03-01T03:00Z", "No")] // Sunday
    [InlineData("2026-03-07T02:30Z", "Yes")] // Saturday 10:30
    public void At_WhenAskedWithinAWeek_FollowsTheClockThere(string at, string expected) =>
        Entries.Hours("Mon-Fri 09:00-17:30; Sat 10:00-12:00", "Asia/Manila", "open").At(Entries.At(at), Calendar).IsOpen.ToString().ShouldBe(expected);

    [Fact]
    public void At_WhenClosed_SaysWhenItOpensNext()
    {
        var now = Entries.Hours("Mon-Fri 09:00-17:30", "Asia/Manila", "open").At(Entries.At("2026-03-06T12:00Z"), Calendar);
        now.OpensAt.ShouldBe(Entries.At("2026-03-09T01:00Z"));
        now.ClosesAt.ShouldBeNull();
        now.LocalTime.ToString("yyyy-MM-dd HH:mm zzz", System.Globalization.CultureInfo.InvariantCulture).ShouldBe("2026-03-06 20:00 +08:00");
    }

    [Fact]
    public void At_WhenHoursCrossMidnight_BelongToTheDayTheyBegan()
    {
        var hours = Entries.Hours("Fri 22:00-06:00", "Asia/Tokyo", "open");
        hours.At(Entries.At("2026-03-06T20:59Z"), Calendar).IsOpen.ShouldBe(Truth.Yes); // Saturday 05:59
        hours.At(Entries.At("2026-03-06T21:00Z"), Calendar).IsOpen.ShouldBe(Truth.No);
        hours.At(Entries.At("2026-03-05T20:59Z"), Calendar).IsOpen.ShouldBe(Truth.No); // Friday 05:59: Thursday night has no hours
        hours.At(Entries.At("2026-03-06T15:00Z"), Calendar).ClosesAt.ShouldBe(Entries.At("2026-03-06T21:00Z"));
    }

    [Fact]
    public void At_WhenSpansTouch_AreOne() =>
        Entries.Hours("Mon 09:00-24:00; Tue 00:00-12:00", "UTC", "open").At(Entries.At("2026-03-02T23:00Z"), Calendar).ClosesAt.ShouldBe(Entries.At("2026-03-03T12:00Z"));

    [Theory]
    // Berlin, 2026-03-29: 02:00 becomes 03:00. A desk that opens at 02:30 opens at the moment of the change.
    [InlineData("Sun 02:30-04:00", "Europe/Berlin", "2026-03-29T00:59Z", "No")]
    [InlineData("Sun 02:30-04:00", "Europe/Berlin", "2026-03-29T01:00Z", "Yes")]
    [InlineData("Sun 02:30-04:00", "Europe/Berlin", "2026-03-29T02:00Z", "No")]
    // Berlin, 2026-10-25: 03:00 becomes 02:00. Open until 02:30 means until the second 02:30.
    [InlineData("Sun 01:00-02:30", "Europe/Berlin", "2026-10-25T00:45Z", "Yes")]
    [InlineData("Sun 01:00-02:30", "Europe/Berlin", "2026-10-25T01:29Z", "Yes")]
    [InlineData("Sun 01:00-02:30", "Europe/Berlin", "2026-10-25T01:30Z", "No")]
    // And open from 02:30 means from the first.
    [InlineData("Sun 02:30-05:00", "Europe/Berlin", "2026-10-25T00:29Z", "No")]
    [InlineData("Sun 02:30-05:00", "Europe/Berlin", "2026-10-25T00:30Z", "Yes")]
    // The same wall clock is another moment in summer.
    [InlineData("Mon-Fri 09:00-17:00", "America/New_York", "2026-01-05T13:30Z", "No")]
    [InlineData("Mon-Fri 09:00-17:00", "America/New_York", "2026-07-06T13:30Z", "Yes")]
    public void At_WhenClocksChange_FollowsTheWallClock(string hours, string zone, string at, string expected) =>
        Entries.Hours(hours, zone, "open").At(Entries.At(at), Calendar).IsOpen.ToString().ShouldBe(expected);

    [Fact]
    public void At_WhenAroundTheClock_IsOpenWithoutAZone()
    {
        var now = Entries.Hours("24/7", "").At(Entries.At("2026-04-09T03:00Z"), Calendar);
        now.IsOpen.ShouldBe(Truth.Yes);
        now.ClosesAt.ShouldBeNull();
        now.HolidaysKnown.ShouldBeTrue();
    }

    [Fact]
    public void At_WhenNoHoursAreRecorded_IsUnknown() =>
        Entries.Hours("", "Asia/Manila").At(Entries.At("2026-03-02T03:00Z"), Calendar).IsOpen.ShouldBe(Truth.Unknown);

    [Fact]
    public void At_WhenHolidaysAreKept_IsClosedAndNamesThem()
    {
        var hours = Entries.Hours("Mon-Fri 09:00-17:00", "Asia/Manila", "PH");
        var holiday = hours.At(Entries.At("2026-04-09T03:00Z"), Calendar);
        holiday.IsOpen.ShouldBe(Truth.No);
        holiday.Holiday!.NameEn.ShouldBe("Day of Valour");
        holiday.OpensAt.ShouldBe(Entries.At("2026-04-10T01:00Z"));
        holiday.HolidaysKnown.ShouldBeTrue();
        Entries.Hours("Mon-Fri 09:00-17:00", "Asia/Manila", "open").At(Entries.At("2026-04-09T03:00Z"), Calendar).IsOpen.ShouldBe(Truth.Yes);
    }

    [Theory]
    [InlineData("Mon-Fri 09:00-17:00", "PH", "2027-03-01T03:00Z")] // the year is not recorded
    [InlineData("Mon-Fri 09:00-17:00", "VN", "2026-03-02T03:00Z")] // the country is not recorded
    [InlineData("Mon-Fri 09:00-17:00", "", "2026-03-02T03:00Z")] // nobody said whether holidays are kept
    [InlineData("Mon-Fri 09:00-17:00", "GB", "2026-01-02T03:00Z")] // a holiday in a part of the country only
    public void At_WhenHolidaysAreNotKnown_SaysSo(string hours, string holidays, string at)
    {
        var now = Entries.Hours(hours, "Asia/Manila", holidays).At(Entries.At(at), Calendar);
        now.IsOpen.ShouldBe(Truth.Yes);
        now.HolidaysKnown.ShouldBeFalse();
    }

    [Fact]
    public void At_WhenThePlaceIsAPartOfACountry_KeepsItsOwnHolidays()
    {
        var at = Entries.At("2026-01-02T12:00Z");
        Entries.Hours("Mon-Fri 09:00-17:00", "Europe/London", "GB-SCT").At(at, Calendar).IsOpen.ShouldBe(Truth.No);
        var england = Entries.Hours("Mon-Fri 09:00-17:00", "Europe/London", "GB-ENG").At(at, Calendar);
        england.IsOpen.ShouldBe(Truth.Yes);
        england.HolidaysKnown.ShouldBeTrue();
    }

    [Fact]
    public void At_WhenTheNightBeganBeforeAHoliday_StaysOpen()
    {
        var hours = Entries.Hours("Mon-Fri 22:00-06:00", "Asia/Manila", "PH");
        hours.At(Entries.At("2026-04-08T20:00Z"), Calendar).IsOpen.ShouldBe(Truth.Yes); // Thursday 04:00, began on Wednesday
        hours.At(Entries.At("2026-04-09T15:00Z"), Calendar).IsOpen.ShouldBe(Truth.No); // Thursday 23:00, a holiday
    }

    [Theory]
    [InlineData("Mon-Fri 09:00-17:30; Sat 10:00-12:00", "Mon-Fri 09:00-17:30; Sat 10:00-12:00")]
    [InlineData("sat-mon 08:00-12:00,13:00-17:00", "Mon 08:00-12:00,13:00-17:00; Sat-Sun 08:00-12:00,13:00-17:00")]
    [InlineData("Mon,Wed 22:00-06:00", "Mon 22:00-06:00; Wed 22:00-06:00")]
    [InlineData("Mon 18:00-00:00", "Mon 18:00-24:00")]
    [InlineData("", "")]
    public void HoursText_WhenReadAndWritten_SaysTheSame(string text, string expected)
    {
        var week = HoursText.Read(text).ShouldNotBeNull();
        HoursText.Write(week).ShouldBe(expected);
        HoursText.Read(HoursText.Write(week)).ShouldBe(week);
    }

    [Theory]
    [InlineData("Mon")]
    [InlineData("Mon 9:00-17:00")]
    [InlineData("Mon 09:00-25:00")]
    [InlineData("Mon 24:00-06:00")]
    [InlineData("Xyz 09:00-17:00")]
    [InlineData("Mon-Tue-Wed 09:00-17:00")]
    [InlineData("weekdays")]
    [InlineData("Mon 09:00-17:00-18:00")]
    public void HoursText_WhenNotUnderstood_IsRefused(string text) => HoursText.Read(text).ShouldBeNull();
}
