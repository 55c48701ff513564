using Noroshi.Capacity.Assessments;
using Noroshi.Shell.Asking;

namespace Noroshi.Tests.Capacity.Assessments;

/// <summary>How scores are read and kept.</summary>
public sealed class ScoreLinesTests
{
    private static AssessmentModel Model => ReviewedLibrary.Library.Model("CMM-2021")!;

    [Fact]
    public void Scores_WhenTyped_KeepLevelBoundsAndEvidence()
    {
        var scores = ScoreLines.Read("D1.1 3 2-4 | strategy | annex 2\nD1.2 2\n\nALL 2 | own view", Model, "scores");
        scores.ShouldBe([new Score("D1.1", "3", "2", "4", "strategy | annex 2"), new Score("D1.2", "2", null, null, ""), new Score("ALL", "2", null, null, "own view")]);
        ScoreLines.Kept(ScoreLines.Write(scores)).ShouldBe(scores);
    }

    [Theory]
    [InlineData("D1.1", "Line 1")]
    [InlineData("D1.1 3\nD1.1 4", "twice")]
    [InlineData("D1.1 3\nD8 4", "Line 2")]
    [InlineData("D1.1 6", "not a level")]
    [InlineData("D1.1 3 4-5", "between its bounds")]
    [InlineData("D1.1 3 4-2", "between its bounds")]
    [InlineData("D1.1 3 2-7", "not a level")]
    [InlineData("D1.1 3 2", "not a score")]
    [InlineData("D1.1  | nothing", "not a score")]
    [InlineData("\n", "No node")]
    public void Scores_WhenALineIsWrong_AreRefusedWithLineAndRemedy(string text, string wrong)
    {
        var refused = Should.Throw<WrongAskException>(() => ScoreLines.Read(text, Model, "scores"));
        refused.Wrong.ShouldContain(wrong);
        (refused.Parameter, refused.Remedy.Length > 0).ShouldBe(("scores", true));
    }

    [Fact]
    public void Tier_WhenGiven_BelongsToTheWholeAlone()
    {
        var gci = ReviewedLibrary.Library.Model("GCI-2024")!;
        ScoreLines.Read("ALL T3 T4-T2\nL 61.5", gci, "scores").Count.ShouldBe(2);
        Should.Throw<WrongAskException>(() => ScoreLines.Read("L T3", gci, "scores"));
    }
}
