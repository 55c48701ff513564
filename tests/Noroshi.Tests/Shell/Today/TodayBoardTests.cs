using System.Globalization;
using System.Security.Claims;
using Microsoft.Extensions.Logging.Abstractions;
using Noroshi.Contracts;
using Noroshi.Shell.Today;
using NSubstitute;

namespace Noroshi.Tests.Shell.Today;

public sealed class TodayBoardTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 14, 12, 0, 0, TimeSpan.Zero);

    private static ITodaySource Source(params TodayItem[] items)
    {
        var source = Substitute.For<ITodaySource>();
        source.ItemsAsync(Arg.Any<ClaimsPrincipal>(), Arg.Any<CultureInfo>(), Arg.Any<CancellationToken>()).Returns(items);
        return source;
    }

    private static ITodaySource Broken()
    {
        var source = Substitute.For<ITodaySource>();
        source.ItemsAsync(Arg.Any<ClaimsPrincipal>(), Arg.Any<CultureInfo>(), Arg.Any<CancellationToken>())
            .Returns(Task.FromException<IReadOnlyList<TodayItem>>(new InvalidOperationException("store closed")));
        return source;
    }

    private static Task<TodayBoard.View> GatherAsync(params ITodaySource[] sources) =>
        new TodayBoard(sources, NullLogger<TodayBoard>.Instance).GatherAsync(new ClaimsPrincipal(), CultureInfo.InvariantCulture, TestContext.Current.CancellationToken);

    [Fact]
    public async Task Gather_WhenARoomFails_ShowsTheOthersAndSaysSo()
    {
        var view = await GatherAsync(Broken(), Source(new TodayItem(TodayKind.Changed, "Kept", "/")));
        view.Incomplete.ShouldBeTrue();
        view.Of(TodayKind.Changed).ShouldHaveSingleItem().Title.ShouldBe("Kept");
    }

    [Fact]
    public async Task Gather_WhenSeveralWait_PutsTheNearestDeadlineFirst()
    {
        var view = await GatherAsync(
            Source(new TodayItem(TodayKind.NeedsAnswer, "No deadline", "/"), new TodayItem(TodayKind.NeedsAnswer, "Later", "/") { At = Noon.AddDays(2) }),
            Source(new TodayItem(TodayKind.NeedsAnswer, "Soon", "/") { At = Noon }));
        view.Of(TodayKind.NeedsAnswer).Select(static item => item.Title).ShouldBe(["Soon", "Later", "No deadline"]);
    }

    [Fact]
    public async Task Gather_WhenSeveralChanged_PutsTheNewestFirst()
    {
        var view = await GatherAsync(Source(
            new TodayItem(TodayKind.Changed, "Old", "/") { At = Noon.AddHours(-3) },
            new TodayItem(TodayKind.Changed, "New", "/") { At = Noon }));
        view.Of(TodayKind.Changed).Select(static item => item.Title).ShouldBe(["New", "Old"]);
    }
}
