using Noroshi.Diplomacy.Desk.Domain;
using Noroshi.Kernel;

namespace Noroshi.Tests.Diplomacy.Desk.Domain;

public sealed class CommitmentTests
{
    [Theory]
    [InlineData("2013", "2013-12-31", false)]
    [InlineData("2013", "2014-01-01", true)]
    [InlineData("2013-05", "2013-05-31", false)]
    [InlineData("2013-05", "2013-06-01", true)]
    [InlineData("2013-05-10", "2013-05-11", true)]
    [InlineData(null, "2099-01-01", false)]
    public void Overdue_WhenTheDateIsCoarse_CountsFromTheEndOfThePeriod(string? due, string today, bool overdue) =>
        Promised(due).IsOverdue(DateOnly.Parse(today, System.Globalization.CultureInfo.InvariantCulture)).ShouldBe(overdue);

    [Theory]
    [InlineData(CommitmentStatus.Ongoing, true)]
    [InlineData(CommitmentStatus.Unknown, true)]
    [InlineData(CommitmentStatus.Fulfilled, false)]
    [InlineData(CommitmentStatus.Superseded, false)]
    internal void Overdue_WhenActivityWasSeen_IsNotClosedByIt(CommitmentStatus latest, bool overdue)
    {
        var standing = Promised("2013", Step("2013-02", CommitmentStatus.Fulfilled), Step("2014-02", latest));
        standing.Status.ShouldBe(latest, "the latest evidence counts");
        standing.IsOverdue(new DateOnly(2020, 1, 1)).ShouldBe(overdue);
    }

    [Fact]
    public void Due_WhenItComesSoon_IsSaidBeforeAndNotAfter()
    {
        Promised("2026-12-10").IsDueWithin(new DateOnly(2026, 11, 28), 30).ShouldBeTrue();
        Promised("2027-01-10").IsDueWithin(new DateOnly(2026, 11, 28), 30).ShouldBeFalse();
        Promised("2026-11-27").IsDueWithin(new DateOnly(2026, 11, 28), 30).ShouldBeFalse("it is overdue");
    }

    private static CommitmentStanding Promised(string? due, params Progress[] steps)
    {
        var commitment = new Commitment { Id = "CM-1", Date = PartialDate.Parse("2012"), Text = new Wording("Text", ""), Owner = new Wording("Office", ""), Due = due is null ? null : PartialDate.Parse(due), Origin = Origin() };
        return new DiplomaticRecord { Commitments = [commitment], Progress = steps }.Commitment("CM-1")!;
    }

    private static Progress Step(string date, CommitmentStatus status) => new("E-" + date, "CM-1", status, PartialDate.Parse(date), new Wording("Seen", ""), Origin());

    private static Origin Origin() => new(new Provenance("Source", null, Confidence.A), "");
}
