using System.Security.Claims;
using Microsoft.Extensions.DependencyInjection;
using Noroshi.Contracts;
using Noroshi.Kernel;
using Noroshi.Tests.Observatory.Api;
using Noroshi.Tests.Shell;

namespace Noroshi.Tests.Observatory.Ui;

/// <summary>On how many days traffic was seen, as other rooms count with it: within the rights of who asks, and a day without data is not quiet.</summary>
public sealed class ObservedTrafficTests(ObservatoryNode house) : IClassFixture<ObservatoryNode>
{
    [Fact]
    public async Task Days_WhenTrafficWasSeen_AreCountedAmongThoseWatched()
    {
        var days = (await AskAsync("PH", null, 30, null)).ShouldNotBeNull();
        days.Watched.ShouldBeInRange(1, 30);
        days.Seen.ShouldBeInRange(1, days.Watched);
        (days.To.DayNumber - days.From.DayNumber).ShouldBe(29);
        days.Sensors.ShouldBeGreaterThan(0);
        days.Geography.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Days_WhenANetworkIsAsked_AreItsOwn()
    {
        (await AskAsync(null, 64512, 30, null)).ShouldNotBeNull().Seen.ShouldBeGreaterThan(0);
        (await AskAsync(null, 65000, 30, null)).ShouldNotBeNull().Seen.ShouldBe(0);
    }

    [Fact]
    public async Task Days_WhenNothingCame_AreWatchedAndNotSeen()
    {
        var days = (await AskAsync("TV", null, 7, null)).ShouldNotBeNull();
        days.Seen.ShouldBe(0);
        days.Watched.ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task Days_WhenThePersonMayNotSeeSingleCells_AreWithheld()
    {
        (await AskAsync("PH", null, 7, TestNode.Person("csirt", Role.Analyst))).ShouldNotBeNull();
        (await AskAsync("PH", null, 7, TestNode.Person("csirt", Role.Diplomat))).ShouldBeNull("a hidden day would be counted as quiet");
        (await AskAsync("PH", null, 7, TestNode.Person("csirt", Role.Operator))).ShouldBeNull();
        (await AskAsync("PH", null, 7, TestNode.Person("no-such-organisation", Role.Analyst))).ShouldBeNull("nothing is held for them");
    }

    private Task<ObservedDays?> AskAsync(string? state, uint? network, int days, ClaimsPrincipal? person) => house.Node.Services.GetRequiredService<IObservedTraffic>()
        .DaysAsync(state is null ? CountryCode.Unknown : CountryCode.Parse(state), network, days, person, TestContext.Current.CancellationToken);
}
