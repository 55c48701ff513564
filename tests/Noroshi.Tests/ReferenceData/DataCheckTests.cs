using Noroshi.Shell.ReferenceData;

namespace Noroshi.Tests.ReferenceData;

public sealed class DataCheckTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("noroshi-facts-").FullName;

    public static TheoryData<string> Cases => [.. InvalidCases.In(ReferenceFolderOfTheTree.Path).Select(folder => Path.GetFileName(folder))];

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Run_WhenGivenTheReviewedData_FindsNothing() => DataCheck.Run(ReferenceFolderOfTheTree.Path, RoomRulesOfTheHouse.All).Findings.ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Cases))]
    public void RunCase_WhenGivenAKnownBadExample_FailsForTheReasonInItsName(string name)
    {
        var folder = Path.Combine(ReferenceFolderOfTheTree.Path, "invalid", name);
        var findings = DataCheck.RunCase(ReferenceFolderOfTheTree.Path, folder, DataCheck.Run(ReferenceFolderOfTheTree.Path), RoomRulesOfTheHouse.All).Findings;
        findings.ShouldNotBeEmpty();
        findings.ShouldAllBe(finding => finding.Reason == InvalidCases.ReasonOf(folder) && finding.What.Length > 0 && finding.Todo.Length > 0);
    }

    [Fact]
    public void Cases_WhenListed_CoverEveryReasonTheCheckKnows()
    {
        string[] needWholeFolder = [Reason.MissingFile, Reason.NotAPlainFile, Reason.InvalidCase];
        var known = typeof(Reason).GetFields().Select(field => (string)field.GetRawConstantValue()!).Except(needWholeFolder);
        known.ShouldBe(InvalidCases.In(ReferenceFolderOfTheTree.Path).Select(InvalidCases.ReasonOf).Distinct(), ignoreOrder: true);
    }

    [Fact]
    public void Run_WhenASchemaAndAFolderAreAdded_ChecksThemWithoutNewCode()
    {
        ReferenceFolderOfTheTree.CopyTo(_folder);
        Write("schema/example/reservations.json", """
            { "table": "example-reservations", "about": "What a state reserved.", "files": "example/reservations.csv", "key": ["state", "article"],
              "columns": [
                { "name": "state", "about": "ISO 3166-1 alpha-2", "required": true, "references": ["states.alpha2"] },
                { "name": "article", "about": "Article", "required": true, "pattern": "[0-9]+" } ] }
            """);
        Write("example/reservations.csv", "state,article,source,as_of,confidence\nJP,9,example,2026-11,C\n");
        DataCheck.Run(_folder).Findings.ShouldBeEmpty();

        Write("example/reservations.csv", "state,article,source,as_of,confidence\nJP,9,example,2026-11,C\nXX,nine,example,2026-11,C\n");
        DataCheck.Run(_folder).Findings.Select(finding => (finding.File, finding.Row, finding.Column, finding.Reason)).ShouldBe(
            [("example/reservations.csv", 3, "article", "bad-pattern"), ("example/reservations.csv", 3, "state", "unknown-reference")], ignoreOrder: true);
    }

    [Fact]
    public void Run_WhenAMembershipIsLost_SaysThatTheCountIsWrong()
    {
        ReferenceFolderOfTheTree.CopyTo(_folder);
        var file = Path.Combine(_folder, "states", "memberships", "ASEAN.csv");
        File.WriteAllLines(file, File.ReadAllLines(file).Where(line => !line.StartsWith("ASEAN,TL,", StringComparison.Ordinal)));
        var finding = DataCheck.Run(_folder).Findings.ShouldHaveSingleItem();
        (finding.File, finding.Column, finding.Reason).ShouldBe(("states/organisations.csv", "expected_members", "wrong-count"));
    }

    [Fact]
    public void Run_WhenAFileIsLost_SaysSo()
    {
        ReferenceFolderOfTheTree.CopyTo(_folder);
        File.Delete(Path.Combine(_folder, "states", "un-members.csv"));
        DataCheck.Run(_folder).Findings.ShouldHaveSingleItem().Reason.ShouldBe("missing-file");
    }

    [Fact]
    public void Run_WhenAFileIsALink_DoesNotFollowIt()
    {
        ReferenceFolderOfTheTree.CopyTo(_folder);
        var file = Path.Combine(_folder, "states", "languages.csv");
        File.Move(file, file + ".elsewhere");
        File.CreateSymbolicLink(file, file + ".elsewhere");
        DataCheck.Run(_folder).Findings.ShouldContain(finding => finding.File == "states/languages.csv" && finding.Reason == "not-a-plain-file");
    }

    [Fact]
    public void Run_WhenTheFolderIsNotThere_SaysWhatToGive() =>
        DataCheck.Run(Path.Combine(_folder, "nowhere")).Findings.ShouldHaveSingleItem().Todo.ShouldContain("--data");

    private void Write(string file, string text)
    {
        var path = Path.Combine(_folder, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
