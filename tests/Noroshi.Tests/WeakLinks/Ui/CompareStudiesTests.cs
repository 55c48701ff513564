using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Noroshi.Contracts;
using Noroshi.Tests.Shell;
using Noroshi.Tests.WeakLinks.Studies;
using Noroshi.WeakLinks.Studies;
using Noroshi.WeakLinks.Ui.Compare;

namespace Noroshi.Tests.WeakLinks.Ui;

/// <summary>Two studies side by side.</summary>
public sealed class CompareStudiesTests(CompareStudiesTests.House house) : IClassFixture<CompareStudiesTests.House>
{
    private const string Older = "20260401-080000-00e0e0";
    private const string Newer = "20260501-080000-00e0e0";

    public sealed class House : NodeOfRoles
    {
        protected override Task PrepareAsync()
        {
            var store = Node.Services.GetRequiredService<StudyStore>();
            var study = StudyTests.Make(Older);
            store.Keep(study);
            store.Keep(Changed(study));
            return Task.CompletedTask;
        }
    }

    [Fact]
    public void Difference_WhenTaken_NamesWhatChanged()
    {
        var study = StudyTests.Make(Older);
        var difference = new StudyDifference(study, Changed(study));
        difference.SameMethod.ShouldBeTrue();
        difference.Settings().Select(setting => setting.Name).ShouldBe(["FormSeed"]);
        var first = study.Weakest[0];
        difference.Links()[0].ShouldBe(new StudyDifference.Link(first.Id, first.Share, first.Share / 2));
        difference.Projects()[0].First.ShouldNotBe(difference.Projects()[0].Second, "what differs comes first");
        new StudyDifference(study, study).Settings().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("/weaklinks/compare")]
    [InlineData("/weaklinks/compare?a=" + Older + "&b=" + Newer)]
    public async Task Page_WhenTwoAreKept_ShowsThemSideBySide(string path)
    {
        var page = await house.As(Role.Diplomat).GetAsync(path);
        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Document.QuerySelectorAll("#risk tbody tr").Length.ShouldBe(2);
        page.Document.QuerySelectorAll("#links tbody tr").Length.ShouldBeGreaterThanOrEqualTo(10);
        page.Document.QuerySelectorAll("#settings tbody tr").Length.ShouldBe(1);
        page.Text.ShouldContain("Maker of control software (EXERCISE)");
    }

    [Fact]
    public async Task Page_WhenAStudyIsNotThere_SaysSo()
    {
        var page = await house.As(Role.Diplomat).GetAsync("/weaklinks/compare?a=none");
        page.Status.ShouldBe(HttpStatusCode.NotFound);
        page.Text.ShouldContain("There is no such study");
    }

    private static RiskStudy Changed(RiskStudy study) => study with
    {
        Id = Newer,
        MadeAt = study.MadeAt.AddMonths(1),
        Analysis = study.Analysis with { Seed = 2 },
        Weakest = [study.Weakest[0] with { Share = study.Weakest[0].Share / 2 }, .. study.Weakest.Skip(1)],
        Projects = [study.Projects[0] with { Chosen = !study.Projects[0].Chosen }, .. study.Projects.Skip(1)],
    };
}
