using System.Text.Json;
using Noroshi.Shell;
using Noroshi.Shell.ReferenceData;

namespace Noroshi.Tests.ReferenceData;

public sealed class DataCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("noroshi-facts-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Check_WhenDataIsClean_ExitsWithZeroAndAnEmptyList()
    {
        var (exit, text) = await RunAsync(ReferenceFolderOfTheTree.Path, "check", "--json");
        exit.ShouldBe(0);
        JsonDocument.Parse(text).RootElement.GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task Check_WhenDataIsNotClean_NamesFileRowAndColumn()
    {
        ReferenceFolderOfTheTree.CopyTo(_folder);
        var file = Path.Combine(_folder, "states", "memberships", "QUAD.csv");
        await File.WriteAllTextAsync(file, (await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken)).Replace("QUAD,JP,", "QUAD,JX,", StringComparison.Ordinal), TestContext.Current.CancellationToken);

        var (exit, text) = await RunAsync(ReferenceFolderOfTheTree.Path, "check", "--json", "--data", _folder);
        exit.ShouldNotBe(0);
        var finding = JsonDocument.Parse(text).RootElement.EnumerateArray().Single();
        finding.GetProperty("file").GetString().ShouldBe("states/memberships/QUAD.csv");
        finding.GetProperty("row").GetInt32().ShouldBe(4);
        finding.GetProperty("column").GetString().ShouldBe("state");
        finding.GetProperty("what").GetString()!.ShouldContain("JX");
        finding.GetProperty("todo").GetString().ShouldNotBeNullOrEmpty();

        var (_, plain) = await RunAsync(_folder, "check");
        plain.ShouldContain("states/memberships/QUAD.csv, row 4, column state");
    }

    [Fact]
    public async Task Check_WhenAKnownBadExamplePasses_ExitsNonZero()
    {
        ReferenceFolderOfTheTree.CopyTo(_folder);
        var folder = Path.Combine(_folder, "invalid", "duplicate-key", "states", "memberships");
        Directory.CreateDirectory(folder);
        File.Copy(Path.Combine(_folder, "states", "memberships", "G7.csv"), Path.Combine(folder, "G7.csv"));
        var (exit, text) = await RunAsync(_folder, "check", "--json");
        exit.ShouldNotBe(0);
        text.ShouldContain("invalid-case");
    }

    private static async Task<(int Exit, string Text)> RunAsync(string folder, params string[] args)
    {
        await using var output = new StringWriter();
        var command = DataCommand.Create(new CommandHost(_ => throw new InvalidOperationException("The check needs no store."), folder) { Out = output }, Noroshi.Node.House.Modules);
        var exit = await command.Parse(args).InvokeAsync(cancellationToken: TestContext.Current.CancellationToken);
        return (exit, output.ToString());
    }
}
