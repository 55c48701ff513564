using Noroshi.Capacity.Matching;
using Noroshi.Capacity.Registry;

namespace Noroshi.Tests.Capacity.Matching;

/// <summary>Duplicate effort is found, and what only looks like it is left alone.</summary>
public sealed class FindOverlapsTests
{
    [Theory]
    [InlineData(20261128)]
    [InlineData(7)]
    [InlineData(4711)]
    public void Overlaps_WhenDuplicatesArePlantedAmongThousands_AreFoundWithFewErrors(int seed)
    {
        var planted = PlantedProjects.Of(seed, singles: 2000, duplicates: 300);
        planted.Record.Projects.Count.ShouldBe(3200);
        var found = FindOverlaps.Among(planted.Record).Pairs.Select(pair => PlantedProjects.Ordered(pair.First.Id, pair.Second.Id)).ToHashSet();
        var hits = found.Intersect(planted.Pairs).Count();
        var (precision, recall) = ((double)hits / found.Count, (double)hits / planted.Pairs.Count);
        (2 * precision * recall / (precision + recall)).ShouldBeGreaterThanOrEqualTo(0.95, $"precision {precision:0.000}, recall {recall:0.000}");
    }

    [Fact]
    public void Overlap_WhenOtherwiseTheSame_NeedsACommonStateAndTime()
    {
        FindOverlaps.Among(Two(other => other["recipients"] = "VN 100")).Pairs.ShouldBeEmpty();
        FindOverlaps.Among(Two(other => (other["planned_start"], other["planned_end"]) = ("2012", "2013"))).Pairs.ShouldBeEmpty();
        FindOverlaps.Among(Two(other => other["status"] = "5")).Pairs.ShouldBeEmpty("a cancelled project is no effort");
        FindOverlaps.Among(Two(other => other["recipients"] = "PH 50; VN 50")).Pairs.ShouldHaveSingleItem().SharedStates.ShouldBe(["PH"]);
    }

    [Fact]
    public void Overlap_WhenATermIsMissing_IsJudgedByTheOthers()
    {
        var pair = FindOverlaps.Among(Two(other => other.Remove("funding"))).Pairs.ShouldHaveSingleItem();
        (pair.Organisations, pair.Budget).ShouldBe((null, null));
        pair.Likeness.ShouldBe(1, 0.01);
    }

    [Fact]
    public void Overlap_WhenTheIdentifierIsTheSame_IsSuggestedWhateverTheText()
    {
        var pair = FindOverlaps.Among(Two(other => (other["title"], other["text"]) = ("まったく別の文章", "別の言語で書かれた記録。"), "XM-1")).Pairs.ShouldHaveSingleItem();
        (pair.IsSameIdentifier, pair.Likeness).ShouldBe((true, 1));
    }

    [Fact]
    public void Overlap_WhenTextsAreJapanese_IsFoundAsWell()
    {
        var record = ReviewedLibrary.Record(
            Project("国家CSIRTの運用強化", "当直体制を整え、事案の追跡票と夜間対応の手順を導入し、要員を研修する。"), Project("国家CSIRT運用の強化支援", "当直体制を整え、事案の追跡票を導入し、夜間対応の手順を定め、要員の研修を支援する。"),
            Project("電子証拠に関する裁判官研修", "裁判官と検察官に電子証拠の扱いを教える講座を四つの地域で開く。"));
        var pair = FindOverlaps.Among(record).Pairs.ShouldHaveSingleItem();
        new[] { pair.First.Id, pair.Second.Id }.ShouldBe(["C-1", "C-2"], ignoreOrder: true);
    }

    [Fact]
    public void Budget_WhenCurrenciesDiffer_IsNotCompared()
    {
        var record = ReviewedLibrary.Record(Project("Same title of both", "The same text of both projects."), Project("Same title of both", "The same text of both projects."), Budget("C-1", "USD", "100"), Budget("C-2", "EUR", "100"));
        FindOverlaps.Among(record).Pairs.ShouldHaveSingleItem().Budget.ShouldBeNull();
        record = ReviewedLibrary.Record(Project("Same title of both", "The same text of both projects."), Project("Same title of both", "The same text of both projects."), Budget("C-1", "USD", "100"), Budget("C-2", "USD", "400"));
        FindOverlaps.Among(record).Pairs.ShouldHaveSingleItem().Budget.ShouldBe(0.25);
    }

    private static CapacityRecord Two(Action<Dictionary<string, string>> change, string? identifier = null)
    {
        var (one, other) = (Project("Duty roster for the response team", "Night procedures, tickets and training of staff.").Fields, Project("Duty roster for the response team", "Night procedures, tickets and training of staff.").Fields);
        if (identifier is not null) (one["identifier"], other["identifier"]) = (identifier, identifier);
        change(other);
        return ReviewedLibrary.Record((EntryKind.Project, one), (EntryKind.Project, other));
    }

    private static (EntryKind Kind, Dictionary<string, string> Fields) Project(string title, string text) => (EntryKind.Project, new()
    {
        ["title"] = title,
        ["text"] = text,
        ["status"] = "2",
        ["planned_start"] = "2025-04",
        ["planned_end"] = "2027-03",
        ["funding"] = "Agency",
        ["recipients"] = "PH 100",
        ["sectors"] = "99:CY04 100",
    });

    private static (EntryKind, Dictionary<string, string>) Budget(string project, string currency, string amount) =>
        (EntryKind.Money, new() { ["project"] = project, ["type"] = "budget", ["amount"] = amount, ["currency"] = currency, ["start"] = "2025" });
}
