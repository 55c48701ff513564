using System.Security.Claims;
using Microsoft.Extensions.DependencyInjection;
using Noroshi.Contracts;
using Noroshi.Kernel;
using Noroshi.WeakLinks.Recorded;
using NSubstitute;

namespace Noroshi.Tests.WeakLinks.Recorded;

/// <summary>What the other rooms record, as the model takes it.</summary>
public sealed class AskRecordsTests
{
    private static readonly CountryCode Partner = CountryCode.Parse("PH");

    [Fact]
    public async Task Records_WhenTheNodeHasNoSuchRooms_AreEmpty()
    {
        var found = await new AskRecords(new ServiceCollection().BuildServiceProvider()).FindAsync(new FiguresAsked(["PH"], [new TrafficAsk("PH", null, 30)], true), null, TestContext.Current.CancellationToken);
        found.Levels.ShouldBeEmpty();
        found.Projects.ShouldBeEmpty();
        found.Flows.ShouldHaveSingleItem().Days.ShouldBeNull();
    }

    [Fact]
    public async Task Levels_WhenRecorded_KeepTheirSourceDateAndConfidence()
    {
        var maturity = Substitute.For<IMaturityOfStates>();
        maturity.OfAsync(Partner, Arg.Any<ClaimsPrincipal?>(), Arg.Any<CancellationToken>()).Returns([
            new MaturityOfControl("CMM-2021", "D1.2", [], 0.5, null, null, "Assessor: report (C-3)", PartialDate.Parse("2026-03"), Confidence.B, Tlp.Amber, false),
            new MaturityOfControl("CMM-2021", "D1.3", [], 0.25, null, null, "Assessor: report (C-4)", PartialDate.Parse("2026"), Confidence.C, Tlp.AmberStrict, true)]);
        var found = await FindAsync(new FiguresAsked(["PH"], [], false), maturity);
        found.Levels[0].Source.ShouldBe("Assessor: report (C-3), 2026-03, B");
        found.Levels.Select(level => level.StaysInside).ShouldBe([false, true], "AMBER+STRICT does not leave its organisation");
    }

    [Fact]
    public async Task Projects_WhenBothFiguresAreRecorded_TellHowMuchCameAbout()
    {
        var projects = Substitute.For<IProjects>();
        projects.ListAsync(Arg.Any<ClaimsPrincipal?>(), Arg.Any<CancellationToken>()).Returns([
            Project("C-1", [Effect(-25, -17, -28, -6), Effect(10, null, null, null)], "4", new() { ["USD"] = 1_500_000m, ["JPY"] = 1m }),
            Project("C-2", [Effect(0, 3, null, null)], "3", new() { ["JPY"] = 1m }),
            Project("C-3", [Effect(10, 10, null, null), Effect(10, 0, null, null)], null, [])]);
        var found = await FindAsync(new FiguresAsked([], [], true), projects);
        var first = found.Projects[0];
        first.Ratio!.Value.ShouldBe(0.68, 1e-12);
        first.Error.ShouldBe(22 / 25.0 / 3.92, 1e-12);
        (first.MillionUsd, first.Tied, first.Months).ShouldBe((1.5, 1.0, 12.0));
        found.Projects[1].Ratio.ShouldBeNull("a fraction of nought says nothing");
        (found.Projects[1].MillionUsd, found.Projects[1].Tied).ShouldBe((null, null), "yen are not taken for dollars, partially tied gives no share");
        found.Projects[2].Ratio!.Value.ShouldBe(0.5, "one number a project");
    }

    private static ProjectEffect Effect(decimal? predicted, decimal? observed, decimal? low, decimal? high) => new("m", "u", PartialDate.Parse("2026"), predicted, null, null, observed, low, high);

    private static ProjectFigures Project(string id, IReadOnlyList<ProjectEffect> effects, string? tied, Dictionary<string, decimal> costs) => new(
        id, id, CountryCode.Parse("JP"), new Dictionary<CountryCode, double?>(), [], costs, tied, PartialDate.Parse("2025-01-01"), PartialDate.Parse("2025-12-31"), false, effects, "s", Confidence.C, Tlp.Green, false);

    private static Task<FiguresFound> FindAsync<T>(FiguresAsked asked, T service)
        where T : class => new AskRecords(new ServiceCollection().AddSingleton(service).BuildServiceProvider()).FindAsync(asked, null, TestContext.Current.CancellationToken);
}
