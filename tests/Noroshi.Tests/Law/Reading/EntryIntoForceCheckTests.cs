using Noroshi.Law.Domain;
using Noroshi.Law.Reading;

namespace Noroshi.Tests.Law.Reading;

public sealed class EntryIntoForceCheckTests
{
    [Fact]
    public void Findings_WhenEveryPairIsRecomputed_AreNone()
    {
        LawCheck.Findings(ReviewedLaw.Tables).ShouldBeEmpty();
        var pairs = EntryIntoForceCheck.Pairs(ReviewedLaw.Book).ToList();
        pairs.Count(pair => pair.Instrument.Id == "ETS185").ShouldBe(82, "81 Parties and one territory");
        pairs.Count(pair => pair.Instrument.Id == "ETS189").ShouldBe(10);
    }

    [Theory]
    [InlineData("2012-07-03", "2012-11-01")]
    [InlineData("2012-11-30", "2013-03-01")]
    [InlineData("2011-05-25", "2011-09-01")]
    [InlineData("2012-08-01", "2012-12-01")]
    [InlineData("2023-11-30", "2024-03-01")]
    public void After_WhenThreeMonthsHavePassed_IsTheFirstOfTheNextMonth(string deposit, string bound) =>
        new EntryWait(3, true).After(DateOnly.Parse(deposit, System.Globalization.CultureInfo.InvariantCulture)).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture).ShouldBe(bound);
}
