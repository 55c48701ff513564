namespace Noroshi.Tests.Architecture;

/// <summary>The house as it stands keeps its rules; <see cref="PlantedViolationTests"/> shows that each rule can fail.</summary>
public sealed class HouseTests
{
    [Fact]
    public void Assemblies_WhenReferring_KeepTheDirection()
    {
        AssemblyFacts.Ours.Select(a => a.Name).ShouldContain("Noroshi.Kernel");
        AssemblyFacts.Ours.Count.ShouldBeGreaterThanOrEqualTo(7);
        Hold(DependencyRule.Violations(AssemblyFacts.Ours));
    }

    [Fact]
    public void Modules_WhenSeenFromOutside_ShowOnlyTheirDoor() => Hold(DoorRule.Violations(AssemblyFacts.Ours));

    [Fact]
    public void Files_WhenRead_FitOneSitting() => Hold(SizeRule.Violations(SourceTree.Ours));

    [Fact]
    public void PublicTypes_WhenNamed_AreNounsOfTheField() => HoldEach(file => file.StartsWith("src/", StringComparison.Ordinal), NounRule.Violations);

    [Fact]
    public void PublicTypes_WhenRead_SayWhatTheyAre() => HoldEach(file => file.StartsWith("src/", StringComparison.Ordinal), SummaryRule.Violations);

    [Fact]
    public void Tests_WhenNamed_SaySubjectConditionOutcome() => HoldEach(file => file.StartsWith("tests/", StringComparison.Ordinal), TestNameRule.Violations);

    [Fact]
    public void Files_WhenShared_NameNoRegistry() => Hold(RegistryRule.Violations(SourceTree.Ours));

    [Fact]
    public void Texts_WhenShown_AreThereInBothLanguages() => Hold(LanguageRule.Violations(SourceTree.Ours));

    [Fact]
    public void Projects_WhenBuilt_FollowTheCommonRules() => Hold(ProjectRule.Violations(SourceTree.Ours));

    private static void HoldEach(Func<string, bool> which, Func<string, string, IReadOnlyList<string>> rule)
    {
        var files = SourceTree.Ours.Files(".cs").Where(which).ToList();
        files.ShouldNotBeEmpty();
        Hold([.. files.SelectMany(file => rule(file, SourceTree.Ours.Read(file)))]);
    }

    private static void Hold(IReadOnlyList<string> violations) => violations.ShouldBeEmpty(string.Join('\n', violations));
}
