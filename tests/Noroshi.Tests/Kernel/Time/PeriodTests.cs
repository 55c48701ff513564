using System.Globalization;
using Noroshi.Kernel;

namespace Noroshi.Tests.Kernel.Time;

public class PeriodTests
{
    [Theory]
    [InlineData("1989-11", "", "1989-10-31", Truth.No)]
    [InlineData("1989-11", "", "1989-11-15", Truth.Unknown)]
    [InlineData("1989-11", "", "1989-11-30", Truth.Yes)]
    [InlineData("1989-11", "", "2026-01-01", Truth.Yes)]
    [InlineData("1996-02-28", "2022-03-16", "2022-03-16", Truth.Yes)]
    [InlineData("1996-02-28", "2022-03-16", "2022-03-17", Truth.No)]
    [InlineData("1991-12-08", "2018-05", "2018-05-20", Truth.Unknown)]
    [InlineData("1991-12-08", "2018-05", "2018-06-01", Truth.No)]
    [InlineData("", "", "2026-01-01", Truth.Unknown)]
    [InlineData("", "2018", "2019-01-01", Truth.No)]
    public void Contains_WhenFactsAreCoarse_SaysOnlyWhatTheyAllow(string since, string until, string day, Truth expected) =>
        Read(since, until).Contains(DateOnly.Parse(day, CultureInfo.InvariantCulture)).ShouldBe(expected);

    [Theory]
    [InlineData("2020", "2019", false)]
    [InlineData("2020-05-02", "2020-05", true)]
    [InlineData("2020-05-02", "2020-05-01", false)]
    [InlineData("2020", "", true)]
    [InlineData("", "2019", true)]
    public void IsPossible_WhenEndCouldNotFollowBeginning_IsFalse(string since, string until, bool expected) =>
        Read(since, until).IsPossible.ShouldBe(expected);

    private static Period Read(string since, string until) =>
        new(since.Length == 0 ? null : PartialDate.Parse(since), until.Length == 0 ? null : PartialDate.Parse(until));
}
