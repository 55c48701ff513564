using Noroshi.Law.Domain;

namespace Noroshi.Tests.Law.Domain.Norms;

/// <summary>What held on a day, and what was known of it.</summary>
public sealed class NormEntriesTests
{
    private static readonly DateTimeOffset _noon = new(2026, 3, 10, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void On_WhenNothingIsRecorded_HasEveryNormUnassessed()
    {
        var norms = new NormEntries([], []).On(ReviewedLaw.Book.Norms, new DateOnly(2026, 3, 10));
        norms.Select(norm => norm.Norm.Id).ShouldBe(["a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k"]);
        norms.ShouldAllBe(norm => norm.Level == NormLevel.NotAssessed && norm.LastChange == null && norm.Latest == null);
        norms.ShouldAllBe(norm => norm.Norm.Provenance.Confidence == Noroshi.Kernel.Confidence.C);
    }

    [Theory]
    [InlineData("2026-02-28", "NotAssessed", 0)]
    [InlineData("2026-03-01", "NotInPlace", 1)]
    [InlineData("2026-03-04", "NotInPlace", 1)]
    [InlineData("2026-03-05", "PartlyInPlace", 2)]
    public void On_WhenJudgedAnew_TakesTheLatestThatHoldsOnTheDay(string day, string level, int history)
    {
        var entries = new NormEntries([], [Judged(1, NormLevel.NotInPlace, "2026-03-01"), Judged(2, NormLevel.PartlyInPlace, "2026-03-05")]);
        var norm = C(entries, day);
        (norm.Level.ToString(), norm.Assessments.Count).ShouldBe((level, history));
    }

    [Fact]
    public void On_WhenTheSameDayIsJudgedTwice_TheLaterRecordHolds()
    {
        var entries = new NormEntries([], [Judged(2, NormLevel.InPlace, "2026-03-01", hours: 1), Judged(1, NormLevel.NotInPlace, "2026-03-01")]);
        C(entries, "2026-03-10").Level.ShouldBe(NormLevel.InPlace);
    }

    [Fact]
    public void On_WhenOrganisationsDisagree_SaysSoAndKeepsBoth()
    {
        var norm = C(new NormEntries([], [Judged(1, NormLevel.InPlace, "2026-03-01"), Judged(1, NormLevel.NotInPlace, "2026-03-02", owner: "csirt")]), "2026-03-10");
        norm.IsDisputed.ShouldBeTrue();
        norm.Current.Select(one => one.Owner).ShouldBe(["csirt", "ministry"]);
        norm.Level.ShouldBe(NormLevel.NotInPlace);
    }

    [Fact]
    public void On_WhenEvidenceIsWithdrawn_ShowsItWithoutCounting()
    {
        var norm = C(new NormEntries([Given(1, "2026-03-01"), Given(2, "2026-03-02", withdrawnDays: 3)], []), "2026-03-10");
        norm.Evidence.Select(one => one.Id).ShouldBe(["c-2", "c-1"]);
        norm.Standing.Select(one => one.Id).ShouldBe(["c-1"]);
        norm.LastChange.ShouldBe(_noon.AddDays(3));
    }

    [Theory]
    [InlineData("2026-03-09", 0, 0)]
    [InlineData("2026-03-10", 1, 1)]
    [InlineData("2026-03-12", 1, 1)]
    [InlineData("2026-03-13", 1, 0)]
    public void On_WhenLaterKnowledgeIsHidden_StandsAsItWasKnown(string knownAt, int shown, int standing)
    {
        var norm = C(new NormEntries([Given(1, "2026-03-01", withdrawnDays: 3)], [Judged(1, NormLevel.InPlace, "2026-03-01", hours: 24 * 30)]), "2026-04-30", knownAt);
        (norm.Evidence.Count, norm.Standing.Count(), norm.Level).ShouldBe((shown, standing, NormLevel.NotAssessed));
    }

    private static NormStanding C(NormEntries entries, string day, string? knownAt = null) =>
        entries.On(ReviewedLaw.Book.Norms, Day(day), knownAt is null ? null : Day(knownAt)).Single(norm => norm.Norm.Id == "c");

    private static Assessment Judged(long number, NormLevel level, string asOf, string owner = "ministry", int hours = 0) =>
        new() { Norm = "c", Owner = owner, Number = number, Level = level, AsOf = Day(asOf), Reason = "r", SaidBy = "s", RecordedAt = _noon.AddHours(hours) };

    private static Evidence Given(long number, string day, int? withdrawnDays = null) => new()
    {
        Norm = "c",
        Number = number,
        Owner = "ministry",
        Day = Day(day),
        RecordedAt = _noon,
        Withdrawal = withdrawnDays is { } days ? new Withdrawal("why", _noon.AddDays(days), "who") : null,
    };

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
