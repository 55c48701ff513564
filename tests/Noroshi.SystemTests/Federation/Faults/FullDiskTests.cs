using Noroshi.SystemTests.Running;

namespace Noroshi.SystemTests.Federation;

/// <summary>A receiver that has no room says so; what it could not keep comes when there is room.</summary>
public sealed class FullDiskTests
{
    [Fact]
    public async Task Receiver_WhenItsDiskIsFull_TakesTheMessagesOnceThereIsRoom()
    {
        using var disk = SmallDisk.Mount(24);
        await using var pair = new NodePair { DataOfPh = Path.Combine(disk.Path, "d") };
        await pair.InitializeAsync();
        var conversation = await NodePair.SayAsync(pair.Jp, pair.Ph, "room");
        await pair.SettleAsync();
        Fill(Path.Combine(disk.Path, "filler"));

        for (var place = 0; pair.Jp.Records.LastFailure() is not { } why || !why.Contains("503", StringComparison.Ordinal); place++)
        {
            await NodePair.SayAsync(pair.Jp, pair.Ph, $"no room {place} " + new string('x', 7000), conversation);
            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, TestContext.Current.CancellationToken);
        }

        pair.Jp.Records.Queued().ShouldBeGreaterThan(0);
        File.Delete(Path.Combine(disk.Path, "filler"));
        Machine.Try("mount", "-o", "remount,size=200m", disk.Path).Code.ShouldBe(0);

        await pair.AllIsWellAsync();
    }

    private static void Fill(string file)
    {
        using var filler = new FileStream(file, FileMode.CreateNew);
        try
        {
            for (var piece = new byte[4096]; ;) filler.Write(piece);
        }
        catch (IOException)
        {
            // Full, as wanted.
        }
    }
}
