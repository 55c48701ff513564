using Noroshi.Capacity.Matching;
using Noroshi.Capacity.Registry;

namespace Noroshi.Tests.Capacity.Matching;

/// <summary>Offers for needs: what falls out, what is weighed, and on what it rests.</summary>
public sealed class MatchNeedsTests
{
    private static readonly DateOnly _today = new(2026, 11, 28);

    [Fact]
    public void Match_WhenTermsAreKnown_IsTheirFormulaWithReasons()
    {
        var match = Answer(Assessed("D1.2 3 2-4")).Matches.ShouldHaveSingleItem();
        (match.Gap.Low, match.Gap.High, match.Gap.Assessment!.Model.Id).ShouldBe((0.25, 0.75, "CMM-2021"));
        match.Gap.Scores.Select(score => score.Code).ShouldBe(["D1.2"]);
        match.Capacity.ShouldBe(1);
        match.Overlap.ShouldBe(0);
        match.High.ShouldBe(0.75 * match.Relevance, 1e-9);
        match.IsSameTopic.ShouldBeTrue();
        match.TextLikeness.ShouldBeInRange(0.05, 0.95);
    }

    [Fact]
    public void Gap_WhenNothingWasAssessed_IsUnknownAndNotZero()
    {
        var match = Answer().Matches.ShouldHaveSingleItem();
        (match.Gap.Low, match.Gap.High, match.Gap.Assessment).ShouldBe((0, 1, null));
        match.Low.ShouldBe(0);
        match.High.ShouldBe(match.Relevance);
    }

    [Fact]
    public void Gap_WhenTwoModelsSpeak_RestsOnOneAndNeverOnTheirMean()
    {
        var gap = Answer(Assessed("D1.2 5", "2025"), (EntryKind.Assessment, new() { ["state"] = "PH", ["model"] = "SIM3-v2i", ["date"] = "2026-05", ["assessor"] = "x", ["scores"] = "P-6 1" })).Gap;
        (gap.Assessment!.Model.Id, gap.Low, gap.High).ShouldBe(("SIM3-v2i", 0.75, 0.75), "the later one that speaks to the topic");
        Answer(Assessed("D4.1 1")).Gap.Assessment.ShouldBeNull("what speaks to another topic is no evidence");
    }

    [Fact]
    public void Overlap_WhenProjectsRun_LowersTheScoreAndNamesThem()
    {
        var match = Answer(Project("2", "2027"), Project("2", "2026-12")).Matches.ShouldHaveSingleItem();
        (match.Overlap, match.Running.Count).ShouldBe((0.3, 2));
        match.Low.ShouldBe(-0.3);
        Answer(Project("4", "2027"), Project("2", "2025")).Matches.ShouldHaveSingleItem().Overlap.ShouldBe(0, "closed or past its end");
    }

    [Theory]
    [InlineData("topics", "CY10", HardFilter.Topic)]
    [InlineData("states", "FJ", HardFilter.State)]
    [InlineData("languages", "fr", HardFilter.Language)]
    [InlineData("until", "2026-10", HardFilter.Dates)]
    [InlineData("since", "2028", HardFilter.Dates)]
    public void Offer_WhenAHardFilterHolds_FallsOutAndSaysWhy(string field, string value, object filter)
    {
        var offer = Offer();
        offer[field] = value;
        var answer = AnswerTo(Need(), offer);
        answer.Matches.ShouldBeEmpty();
        answer.Refused.ShouldHaveSingleItem().Reasons.ShouldBe([(HardFilter)filter]);
    }

    [Fact]
    public void Offer_WhenForRecipientsAlone_IsCheckedAgainstTheList()
    {
        var (need, offer) = (Need(), Offer());
        (need["state"], offer["oda_only"]) = ("JP", "yes");
        AnswerTo(need, offer).Refused.ShouldHaveSingleItem().Reasons.ShouldBe([HardFilter.NotRecipient]);
        need["state"] = "PH";
        AnswerTo(need, offer).Matches.ShouldHaveSingleItem();
    }

    [Fact]
    public void Offer_WhenEveryPlaceIsTaken_FallsOut()
    {
        var taken = Project("2", "2027").Fields;
        (taken["offers"], taken["recipients"]) = ("C-2", "FJ 100");
        var offer = Offer();
        offer["places"] = "1";
        AnswerTo(Need(), offer, (EntryKind.Project, taken)).Refused.ShouldHaveSingleItem().Reasons.ShouldBe([HardFilter.NoPlace]);
        offer["places"] = "2";
        AnswerTo(Need(), offer, (EntryKind.Project, taken)).Matches.ShouldHaveSingleItem().Capacity.ShouldBe(0.5);
    }

    [Fact]
    public void Offer_WhenOnlyTheAreaIsTheSame_WeighsLess()
    {
        var offer = Offer();
        offer["topics"] = "CY06";
        var match = AnswerTo(Need(), offer).Matches.ShouldHaveSingleItem();
        match.IsSameTopic.ShouldBeFalse();
        match.Relevance.ShouldBeLessThan(Answer().Matches[0].Relevance);
    }

    private static NeedAnswer Answer(params (EntryKind, Dictionary<string, string>)[] others) => AnswerTo(Need(), Offer(), others);

    private static NeedAnswer AnswerTo(Dictionary<string, string> need, Dictionary<string, string> offer, params (EntryKind, Dictionary<string, string>)[] others)
    {
        var record = ReviewedLibrary.Record([(EntryKind.Need, need), (EntryKind.Offer, offer), .. others]);
        return new MatchNeeds(ReviewedLibrary.Library).Of(record.Needs[0], record, _today);
    }

    private static Dictionary<string, string> Need() => new() { ["title"] = "Training of duty staff", ["text"] = "Night procedures and tickets.", ["state"] = "PH", ["topic"] = "CY04", ["priority"] = "1", ["until"] = "2027-06", ["languages"] = "en" };

    private static Dictionary<string, string> Offer() => new() { ["title"] = "Course for duty staff", ["text"] = "Two weeks on tickets.", ["organisation"] = "Institute", ["topics"] = "CY04", ["oda_only"] = "no", ["languages"] = "en ja", ["places"] = "2" };

    private static (EntryKind, Dictionary<string, string>) Assessed(string scores, string date = "2026") => (EntryKind.Assessment, new() { ["state"] = "PH", ["model"] = "CMM-2021", ["date"] = date, ["assessor"] = "x", ["scores"] = scores });

    private static (EntryKind Kind, Dictionary<string, string> Fields) Project(string status, string end) =>
        (EntryKind.Project, new() { ["title"] = "x", ["text"] = "x", ["status"] = status, ["planned_start"] = "2024", ["planned_end"] = end, ["recipients"] = "PH 100", ["sectors"] = "99:CY04 100" });
}
