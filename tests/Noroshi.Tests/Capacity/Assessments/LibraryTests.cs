using Noroshi.Capacity.Assessments;
using Noroshi.Kernel;

namespace Noroshi.Tests.Capacity.Assessments;

/// <summary>The models as reference data: trees, scales, terms, recipients.</summary>
public sealed class LibraryTests
{
    private static ModelLibrary Library => ReviewedLibrary.Library;

    [Theory]
    [InlineData("CMM-2021", 28, 5, 23)]
    [InlineData("SIM3-v1", 48, 4, 44)]
    [InlineData("SIM3-v2i", 49, 4, 45)]
    [InlineData("NCSI-3.0", 64, 3, 61)]
    [InlineData("GCI-2024", 5, 5, 0)]
    [InlineData("NCAF-2020", 21, 4, 17)]
    [InlineData("NCAF-2.0", 4, 4, 0)]
    public void Model_WhenRead_HasItsTree(string id, int nodes, int top, int below)
    {
        var model = Library.Model(id).ShouldNotBeNull();
        (model.Nodes.Count, model.Nodes.Count(node => node.Parent.Length == 0), model.Nodes.Count(node => node.Parent.Length > 0)).ShouldBe((nodes, top, below));
        model.Nodes.ShouldAllBe(node => node.Provenance.Source.Length > 0);
        model.Scale.ShouldNotBeEmpty();
    }

    [Fact]
    public void Tables_WhenChecked_HaveNoFinding() => LibraryCheck.Findings(ReviewedLibrary.Tables).ShouldBeEmpty();

    [Fact]
    public void Nodes_WhenListed_KeepTheOrderOfTheModel() =>
        Library.Model("SIM3-v2i")!.Nodes.Where(node => node.Parent == "O").Select(node => node.Code).ShouldBe(["O-1", "O-2", "O-3", "O-4", "O-5", "O-6", "O-7", "O-8", "O-9", "O-10", "O-11"]);

    [Fact]
    public void Version_WhenAParameterIsNew_IsInTheLaterAlone() =>
        (Library.Model("SIM3-v1")!.Node("O-6") is null, Library.Model("SIM3-v2i")!.Node("O-6") is null).ShouldBe((true, false));

    [Fact]
    public void Name_WhenWithheld_IsNeverShownAsTheModelsOwn()
    {
        var node = Library.Model("CMM-2021")!.Node("D1.1").ShouldNotBeNull();
        (node.Name.IsEmpty, node.IsOwnWords, node.Shown.En).ShouldBe((true, true, "national strategy"));
        Library.Models.SelectMany(model => model.Nodes).Where(node => node.NameStatus.StartsWith("withheld", StringComparison.Ordinal)).ShouldAllBe(node => node.IsOwnWords);
        Library.Model("CMM-2021")!.Node("D1")!.IsOwnWords.ShouldBeFalse();
    }

    [Fact]
    public void Export_WhenPassingOnIsNotKnown_CarriesNoNameAndSaysWhy()
    {
        foreach (var model in Library.Models.Where(model => model.Redistribution != Redistribution.YesWithSource))
        {
            var export = ModelExport.Of(model);
            export.Nodes.ShouldAllBe(node => node.NameEn == null && node.NameJa == null);
            export.Scale.ShouldAllBe(level => level.NameEn == null && level.NameJa == null);
            export.Withheld.ShouldNotBeNull().ShouldContain("ids and levels only");
            export.Rows().ShouldAllBe(row => row[4] == null && row[5] == null);
            export.Nodes.Count.ShouldBe(model.Nodes.Count);
        }

        Library.Models.Count(model => model.Redistribution == Redistribution.Unknown).ShouldBe(5);
    }

    [Fact]
    public void Export_WhenTermsAllowIt_CarriesNamesAndTheSource()
    {
        var export = ModelExport.Of(Library.Model("NCAF-2020")!);
        (export.Withheld, export.Nodes.All(node => node.NameEn is not null)).ShouldBe((null, true));
        export.Licence.ShouldContain("source is acknowledged");
    }

    [Fact]
    public void Export_WhenItHasOwnWords_KeepsThemApartFromNames() =>
        ModelExport.Of(Library.Model("NCSI-3.0")!).Nodes.Single(node => node.Code == "1.1").OwnWordsEn.ShouldBe("leadership at government level");

    [Theory]
    [InlineData("CMM-2021", "1", 0.0)]
    [InlineData("CMM-2021", "3", 0.5)]
    [InlineData("CMM-2021", "5", 1.0)]
    [InlineData("SIM3-v2i", "0", 0.0)]
    [InlineData("SIM3-v2i", "3", 0.75)]
    [InlineData("NCSI-3.0", "42.5", 0.425)]
    [InlineData("GCI-2024", "100", 1.0)]
    [InlineData("GCI-2024", "T1", null)]
    public void Share_WhenALevelIsGiven_IsOfItsOwnScale(string model, string level, double? share) => Library.Model(model)!.Share(level).ShouldBe(share);

    [Theory]
    [InlineData("CMM-2021", "D1.1", "6")]
    [InlineData("CMM-2021", "D1.1", "0")]
    [InlineData("CMM-2021", "D9", "3")]
    [InlineData("GCI-2024", "L", "T1")]
    [InlineData("GCI-2024", "L", "101")]
    [InlineData("SIM3-v1", "O-6", "3")]
    public void Level_WhenItIsNotOfTheModel_IsNotAllowed(string model, string code, string level) => Library.Model(model)!.Allows(code, level).ShouldBeFalse();

    [Theory]
    [InlineData("PH", true)]
    [InlineData("JP", false)]
    public void Recipient_WhenAskedOnADay_IsOnTheListOrNot(string state, bool listed) => (Library.Recipient(CountryCode.Parse(state), new DateOnly(2026, 11, 28)) is not null).ShouldBe(listed);

    [Fact]
    public void Recipients_WhenRead_KeepEveryLine() => Library.Recipients.Count.ShouldBe(141);

    [Fact]
    public void Crosswalks_WhenRead_AreProposalsOfOurOwn() => Library.Crosswalks.ShouldAllBe(link => link.Provenance.Confidence == Confidence.C && link.Provenance.Source.Contains("proposals", StringComparison.Ordinal));
}
