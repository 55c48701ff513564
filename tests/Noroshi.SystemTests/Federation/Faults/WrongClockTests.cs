using System.Text.Json;

namespace Noroshi.SystemTests.Federation;

/// <summary>A clock that is wrong by ten minutes cuts no line; each side sees the other's as ahead or behind by so much.</summary>
public sealed class WrongClockTests
{
    private const int Seconds = 600;

    [Fact]
    public async Task Messages_WhenThePeersClockIsWrong_ArriveAndTheDifferenceShowsOnBothSides()
    {
        await using var pair = new NodePair { ClockOffsetOfPh = Seconds };
        await pair.InitializeAsync();

        var conversation = await NodePair.SayAsync(pair.Jp, pair.Ph, "to the wrong clock");
        await pair.SettleAsync();
        await NodePair.SayAsync(pair.Ph, pair.Jp, "from the wrong clock", conversation);
        await pair.AllIsWellAsync();

        Ahead(await pair.Jp.AskAsync("peer.list", new { })).ShouldBeInRange(Seconds - 60, Seconds + 60);
        Ahead(await pair.Ph.AskAsync("peer.list", new { })).ShouldBeInRange(-Seconds - 60, -Seconds + 60);
    }

    private static long Ahead(JsonElement peers) => peers[0].GetProperty("clockAheadMs").GetInt64() / 1000;
}
