using System.Text.Json;
using Noroshi.Law.Features;
using Noroshi.Shell;
using Noroshi.Shell.Asking;
using Noroshi.Tests.ReferenceData;

namespace Noroshi.Tests.Law.Features;

public sealed class LawCommandTests
{
    [Theory]
    [InlineData("deposited", 32, 15)]
    [InlineData("in-force", 31, 15)]
    public async Task Status_WhenAskedAsJson_GivesThePublishedTotals(string basis, int parties, int signatories)
    {
        var (exit, text) = await RunAsync("status", "ETS185", "--on", "2011-11-30", "--basis", basis, "--json");
        exit.ShouldBe(0);
        var root = JsonDocument.Parse(text).RootElement;
        root.GetProperty("parties").GetInt32().ShouldBe(parties);
        root.GetProperty("signatories").GetInt32().ShouldBe(signatories);
        root.GetProperty("states").EnumerateArray().Count(state => state.GetProperty("status").GetString() == "party").ShouldBe(parties);
    }

    [Fact]
    public async Task Status_WhenNoStateIsRecorded_DoesNotSayThatNobodyIsBound()
    {
        var (exit, text) = await RunAsync("status", "CIS2001");
        exit.ShouldBe(0);
        text.ShouldContain("says nothing about who");
        text.ShouldContain("CIS2018");
    }

    [Fact]
    public async Task Status_WhenOneTerritoryIsAsked_NamesItsState()
    {
        var (_, text) = await RunAsync("status", "ETS185", "--state", "CW", "--on", "2024-10-01", "--basis", "in-force");
        text.ShouldContain("extended since 2024-10-01");
        text.ShouldContain("territory of Netherlands");
    }

    [Theory]
    [InlineData("status", "ETS158")]
    [InlineData("status", "ETS185", "--on", "2011-02-30")]
    [InlineData("status", "ETS185", "--state", "QQ")]
    [InlineData("matrix", "--instruments", "ETS185,NONE")]
    [InlineData("matrix", "--group", "NOBODY")]
    public async Task Law_WhenTheQuestionIsWrong_IsRefusedAsMisuse(params string[] args) =>
        (await Should.ThrowAsync<WrongAskException>(() => RunAsync(args))).ExitCode.ShouldBe(2);

    [Fact]
    public async Task Matrix_WhenAskedAsCsv_HasAColumnForEachInstrument()
    {
        var (exit, text) = await RunAsync("matrix", "--on", "2024-10-01", "--instruments", "ETS185,CETS224", "--group", "G7", "--csv");
        exit.ShouldBe(0);
        var lines = text.Trim().Split("\r\n");
        lines[0].ShouldBe("state,ETS185,CETS224");
        lines.ShouldContain("JP,party,party");
        lines.ShouldContain("US,party,signatory");
    }

    [Fact]
    public async Task Matrix_WhenAskedAsJson_CarriesTotalsAndSources()
    {
        var (_, text) = await RunAsync("matrix", "--on", "2025-08-31", "--instruments", "ETS185", "UNCC", "--json");
        var root = JsonDocument.Parse(text).RootElement;
        root.GetProperty("instruments").EnumerateArray().Select(one => one.GetProperty("instrument").GetString()).ShouldBe(["ETS185", "UNCC"]);
        root.GetProperty("instruments")[0].GetProperty("parties").GetInt32().ShouldBe(81);
        root.GetProperty("states").EnumerateArray().First(one => one.GetProperty("state").GetString() == "JP").GetProperty("cells").GetProperty("ETS185").GetProperty("source").GetString().ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public async Task Check_WhenTheLawIsClean_ListsTheDoubtsItsSourcesLeave()
    {
        var (exit, text) = await RunAsync("check", "--json");
        exit.ShouldBe(0);
        var root = JsonDocument.Parse(text).RootElement;
        root.GetProperty("findings").GetArrayLength().ShouldBe(0);
        root.GetProperty("pairs").GetInt32().ShouldBe(92);
        root.GetProperty("doubts").EnumerateArray().Count(doubt => doubt.GetProperty("state").GetString() == "LU").ShouldBe(2);
    }

    private static async Task<(int Exit, string Text)> RunAsync(params string[] args)
    {
        await using var output = new StringWriter();
        var command = LawCommand.Create(new CommandHost(_ => throw new InvalidOperationException("The verbs need no store."), ReferenceFolderOfTheTree.Path) { Out = output });
        var exit = await command.Parse(args).InvokeAsync(new System.CommandLine.InvocationConfiguration { EnableDefaultExceptionHandler = false }, TestContext.Current.CancellationToken);
        return (exit, output.ToString());
    }
}
