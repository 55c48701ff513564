using System.Text.Json;

namespace Noroshi.SystemTests.Federation;

/// <summary>A clock that is wrong by ten minutes cuts no line; the other side sees by how much.</summary>
public sealed class WrongClockTests
{
    [Theory]
    [InlineData(600)]
    [InlineData(-600)]
    public async Task Messages_WhenThePeersClockIsWrong_ArriveAndTheDifferenceShows(int seconds)
    {
        await using var pair = new NodePair { ClockOffsetOfPh = seconds };
        await pair.InitializeAsync();

        var conversation = await NodePair.SayAsync(pair.Jp, pair.Ph, "to the wrong clock");
        await pair.SettleAsync();
        await NodePair.SayAsync(pair.Ph, pair.Jp, "from the wrong clock", conversation);
        await pair.AllIsWellAsync();

        Ahead(await pair.Jp.AskAsync("peer.list", new { })).ShouldBeInRange(seconds - 60, seconds + 60);
        Ahead(await pair.Ph.AskAsync("peer.list", new { })).ShouldBeInRange(-seconds - 60, -seconds + 60);
    }

    private static long Ahead(JsonElement peers) => peers[0].GetProperty("clockAheadMs").GetInt64() / 1000;
}
