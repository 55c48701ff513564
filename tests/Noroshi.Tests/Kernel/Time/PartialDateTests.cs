using FsCheck;
using FsCheck.Fluent;
using Noroshi.Kernel;

namespace Noroshi.Tests.Kernel.Time;

public class PartialDateTests
{
    private static readonly Arbitrary<string> Written =
        (from day in Gen.Choose(0, DateOnly.MaxValue.DayNumber)
         from length in Gen.Elements(4, 7, 10)
         select DateOnly.FromDayNumber(day).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)[..length]).ToArbitrary();

    [Fact]
    public void Parse_WhenWrittenAgain_IsTheSameText() =>
        Prop.ForAll(Written, text => PartialDate.Parse(text).ToString() == text).QuickCheckThrowOnFailure();

    [Fact]
    public void FirstAndLast_WhenReadFromText_EncloseExactlyTheDaysThatBeginWithIt() =>
        Prop.ForAll(Written, text =>
        {
            var date = PartialDate.Parse(text);
            bool Meant(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture).StartsWith(text, StringComparison.Ordinal);
            return Meant(date.First) && Meant(date.Last)
                && (date.First == DateOnly.MinValue || !Meant(date.First.AddDays(-1)))
                && (date.Last == DateOnly.MaxValue || !Meant(date.Last.AddDays(1)));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void CompareTo_WhenGivenTwoDates_OrdersThemAsText() =>
        Prop.ForAll(Written, Written, (left, right) =>
            Math.Sign(PartialDate.Parse(left).CompareTo(PartialDate.Parse(right))) == Math.Sign(string.CompareOrdinal(left, right))).QuickCheckThrowOnFailure();

    [Fact]
    public void TryParse_WhenGivenAnyText_RefusesOrKeepsIt() =>
        Prop.ForAll<string?>(text => !PartialDate.TryParse(text, out var date) || date.ToString() == text).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("0000")]
    [InlineData("1989-13")]
    [InlineData("1989-00")]
    [InlineData("1989-02-29")]
    [InlineData("1989-11-00")]
    [InlineData("1989/11")]
    [InlineData("1989-1")]
    [InlineData("+989")]
    [InlineData("１９８９")]
    [InlineData("1989-11-06T00")]
    public void TryParse_WhenNoSuchDate_Refuses(string text)
    {
        PartialDate.TryParse(text, out _).ShouldBeFalse();
        Should.Throw<FormatException>(() => PartialDate.Parse(text)).Message.ShouldContain(text);
    }

    [Fact]
    public void FromDateOnly_WhenGivenADay_IsExact() => PartialDate.FromDateOnly(new DateOnly(1989, 11, 6)).ToString().ShouldBe("1989-11-06");
}
