using Noroshi.Contracts;
using Noroshi.Storage;
using Noroshi.WeakLinks.Asking;
using Noroshi.WeakLinks.Features;
using Noroshi.WeakLinks.Recorded;

namespace Noroshi.Tests.WeakLinks.Recorded;

/// <summary>Files that name recorded figures in place of numbers: what is recorded is taken over with its source, what is not is refused with the row that asks.</summary>
public sealed class RecordedFiguresTests : IDisposable
{
    private static readonly FiguresFound.Level Level = new("PH", "CMM-2021", "D1.2", 0.5, 0.25, null, "Assessor: report (C-3), 2026-03, B", StaysInside: false, Exercise: false);
    private static readonly ObservedDays Days = new(new DateOnly(2026, 8, 1), new DateOnly(2026, 8, 30), 20, 5, 2, ["geo-1"], Exercise: true);
    private static readonly FiguresFound.Registered Registered = new("C-9", "Training", 1.5, ["USD"], 1, 12, "JP", 0.5, 0, StaysInside: false, Exercise: false);

    private readonly string _folder = Directory.CreateTempSubdirectory("noroshi-recorded-").FullName;
    private FiguresFound _found = new([Level], [new FiguresFound.Flow(new TrafficAsk("PH", null, 30), Days), new FiguresFound.Flow(new TrafficAsk(null, 64512, 90), Days)], [Registered]);
    private int _asked;

    public RecordedFiguresTests()
    {
        Write("nodes.csv", "id,owner,m,low,high\nnet,,0,,\nAS64512,,0.2,,\nisp,PH,CMM-2021/D1.2,,\nfab,JP,0.7,,\n");
        Write("edges.csv", "from,to,class,q,hits,exposure,source\nnet,isp,access,0.9,,,survey\nisp,fab,flow,observed,,,\nAS64512,fab,flow,observed/90,,,\n");
        Write("values.csv", "id,value\nfab,40\n");
        Write("scenarios.csv", "id,entry,rate\nworm,net,12\n");
        Write("projects.csv", "id,cost,nodes,e_mid,tied,record\np,,isp,0.4,,C-9\nq,2,fab,0.3,0.2,\n");
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Figures_WhenNamed_AreTakenOverWithTheirSource()
    {
        var request = await ReadAsync();
        var isp = request.Model.Nodes[2];
        (isp.Maturity, isp.Low, isp.High).ShouldBe((0.5, 0.25, 0.5), "where one bound is not recorded the level itself stands");
        (isp.Source, isp.Basis).ShouldBe(("Assessor: report (C-3), 2026-03, B", "CMM-2021/D1.2"));
        foreach (var arc in request.Model.Arcs.Skip(1))
        {
            arc.Mean.ShouldBe(6 / 22.0, 1e-15);
            arc.Source.ShouldBe("Observatory, 2026-08-01 – 2026-08-30, sensors: 2; geo-1");
        }

        request.Model.Arcs[2].Basis.ShouldBe("AS64512: 5/20 d");
        request.Exercise.ShouldBeTrue("the traffic was invented for an exercise");
        _asked.ShouldBe(1, "the records are asked in one go");
    }

    [Fact]
    public async Task Project_WhenItNamesAnEntry_TakesOverWhatItsRowLeavesOpen()
    {
        var ask = await PlanAsync(learnt: false);
        var project = ask.Projects[0];
        (project.Cost, project.Tied, project.Months, project.Donor, project.Record, project.Name!.English).ShouldBe((1.5, 1, 12, "JP", "C-9", "Training"));
        ask.Projects[1].Tied.ShouldBe(0.2);
        ask.Learnt.ShouldBeNull();
    }

    [Fact]
    public async Task Effects_WhenLearnt_AreWhatRecordedProjectsTeach()
    {
        var ask = await PlanAsync(learnt: true);
        ask.Learnt!.Projects.ShouldBe(1);
        ask.Learnt.Mean.ShouldBe(0.75, 1e-12, "one project at a half, and the prior at one, weigh the same");
        ask.Projects[1].Effect.ShouldBe(0.3 * 0.75, 1e-12);
    }

    [Theory]
    [InlineData("CMM-2021/D9.9", "names CMM-2021/D9.9, of which nothing is recorded for PH (recorded: CMM-2021/D1.2)")]
    [InlineData("SIM3/O-1", "of which nothing is recorded for PH")]
    [InlineData("CMM-2021 D1.2", "not a number")]
    [InlineData("/D1.2", "not a number")]
    public async Task Level_WhenNotRecorded_IsRefusedNeverFilledIn(string cell, string said)
    {
        Write("nodes.csv", $"id,owner,m\nnet,,0\nAS64512,,0.2\nisp,PH,{cell}\nfab,JP,0.7\n");
        await RefusedAsync("row 4, column m", said);
    }

    [Fact]
    public async Task Level_WhenNoStateOwnsTheNode_IsRefused()
    {
        Write("nodes.csv", "id,owner,m\nnet,,0\nAS64512,,0.2\nisp,Some company,CMM-2021/D1.2\nfab,JP,0.7\n");
        await RefusedAsync("row 4, column owner", "Give the two letters of the state");
    }

    [Fact]
    public async Task Level_WhenItMustStayInside_IsRefused()
    {
        _found = _found with { Levels = [Level with { StaysInside = true }] };
        await RefusedAsync("row 4, column m", "marked to stay in the organisation");
    }

    [Fact]
    public async Task Level_WhenTheRangeOfTheRowDoesNotHoldIt_IsRefused()
    {
        Write("nodes.csv", "id,owner,m,low,high\nnet,,0,,\nAS64512,,0.2,,\nisp,PH,CMM-2021/D1.2,0.6,0.7\nfab,JP,0.7,,\n");
        await RefusedAsync("row 4, column low", "lies above the middle");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(null)]
    public async Task Traffic_WhenNothingWasWatched_IsRefusedNotCalledQuiet(int? watched)
    {
        _found = _found with { Flows = [new FiguresFound.Flow(new TrafficAsk("PH", null, 30), watched is null ? null : Days with { Watched = 0, Seen = 0 })] };
        await RefusedAsync("row 3, column q", "holds nothing that may be read");
    }

    [Fact]
    public async Task Traffic_WhenTheNodeIsNeitherNetworkNorOfAState_IsRefused()
    {
        Write("edges.csv", "from,to,q\nnet,isp,observed\n");
        await RefusedAsync("row 2, column from", "neither a network");
    }

    [Theory]
    [InlineData("observed/0")]
    [InlineData("observed/400")]
    public async Task Traffic_WhenTheDaysAreOutOfBounds_IsRefused(string cell)
    {
        Write("edges.csv", $"from,to,q\nisp,fab,{cell}\n");
        await RefusedAsync("row 2, column q", "Give from 1 to 366");
    }

    [Fact]
    public async Task Project_WhenTheEntryIsUnknown_IsRefused()
    {
        Write("projects.csv", "id,cost,nodes,e_mid,record\np,1,isp,0.4,C-1\n");
        (await Should.ThrowAsync<RefusalException>(() => PlanAsync(learnt: false))).Message.ShouldContain("row 2, column record: the cell is 'C-1', which is no project of the registry");
    }

    [Fact]
    public async Task Project_WhenItsBudgetIsInAnotherCurrency_IsNotConverted()
    {
        _found = _found with { Projects = [Registered with { MillionUsd = null, Currencies = ["JPY"] }] };
        (await Should.ThrowAsync<RefusalException>(() => PlanAsync(learnt: false))).Message.ShouldContain("row 2, column cost: the cell is empty, and 'C-9' records its budget in JPY");
    }

    [Fact]
    public async Task Records_WhenNoFileNamesAny_AreNotAsked()
    {
        Write("nodes.csv", "id,owner,m\nnet,,0\nAS64512,,0.2\nisp,PH,0.5\nfab,JP,0.7\n");
        Write("edges.csv", "from,to,q\nnet,isp,0.5\nisp,fab,0.5\n");
        (await ReadAsync()).Exercise.ShouldBeFalse();
        _asked.ShouldBe(0);
    }

    private async Task RefusedAsync(string place, string said)
    {
        var refusal = await Should.ThrowAsync<RefusalException>(ReadAsync);
        refusal.ExitCode.ShouldBe(RefusalException.Input);
        refusal.Message.ShouldContain(place);
        refusal.Message.ShouldContain(said);
    }

    private Task<ModelRequest> ReadAsync() => ReadModel.RunAsync(new ModelAsk(At("nodes"), At("edges"), At("values")) { Scenarios = At("scenarios") }, Desk, TestContext.Current.CancellationToken);

    private async Task<Noroshi.WeakLinks.Domain.AllocationAsk> PlanAsync(bool learnt) =>
        await ReadPlan.RunAsync(new PlanAsk(At("projects"), 3) { Learnt = learnt }, await ReadAsync(), Desk, TestContext.Current.CancellationToken);

    private Task<FiguresFound> Desk(FiguresAsked asked, CancellationToken cancel)
    {
        _asked++;
        return Task.FromResult(_found);
    }

    private string At(string name) => Path.Combine(_folder, name + ".csv");

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(_folder, name), text);
}
