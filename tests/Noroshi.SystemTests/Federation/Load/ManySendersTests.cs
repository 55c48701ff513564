using System.Globalization;

namespace Noroshi.SystemTests.Federation;

/// <summary>Ten nodes speak to one at two hundred messages a second in all, for two minutes: nothing is lost, and the run says how long messages took.</summary>
public sealed class ManySendersTests
{
    private const int PerSecond = 200;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(20);
    private static readonly string[] States = ["BN", "ID", "KH", "KR", "LA", "MY", "SG", "TH", "TL", "VN"];

    [Fact]
    public async Task Messages_WhenTenNodesSendAtOnce_AllArrive()
    {
        if (Environment.GetEnvironmentVariable("NOROSHI_LONG") is not { Length: > 0 }) Assert.Skip("Two minutes of load run with ./noroshi test --long.");
        await using var hub = await PeerNode.StartAsync("PH");
        var fingerprint = (await hub.AskAsync("peer.self", new { })).GetProperty("fingerprintEn").GetString()!;
        var senders = new List<SendingNode>();
        try
        {
            foreach (var state in States) senders.Add(await SendingNode.StartAsync(state, hub, fingerprint));
            var total = TimeSpan.FromSeconds(int.Parse(Environment.GetEnvironmentVariable("NOROSHI_LOAD_SECONDS") ?? "120", CultureInfo.InvariantCulture));
            // The first seconds compile the program while it runs; nodes run for months.
            var every = TimeSpan.FromSeconds((double)States.Length / PerSecond);
            var before = await Task.WhenAll(senders.Select(sender => Task.Run(() => sender.SpeakAsync(every, WarmUp, 8))));
            await NodePair.UntilAsync(() => Task.FromResult(senders.All(sender => sender.Records.Queued() == 0)));
            var since = TimeProvider.System.GetUtcNow();
            var said = await Task.WhenAll(senders.Select(sender => Task.Run(() => sender.SpeakAsync(every, total, 8))));
            var waiting = senders.Sum(sender => sender.Records.Queued());
            await NodePair.UntilAsync(() => Task.FromResult(senders.All(sender => sender.Records.Queued() == 0)));

            var times = senders.SelectMany(sender => sender.Records.DeliveryTimes(since)).Order().ToList();
            var line = string.Create(
                CultureInfo.InvariantCulture,
                $"{said.Sum()} messages of {States.Length} nodes in {total.TotalSeconds:0} s ({said.Sum() / total.TotalSeconds:0}/s), lost {before.Sum() + said.Sum() - hub.Records.Said(outgoing: false).Count}, waiting at the end {waiting}; from commit to receipt p50 {At(times, 50)} ms, p99 {At(times, 99)} ms, longest {times[^1].TotalMilliseconds:0} ms");
            TestContext.Current.TestOutputHelper?.WriteLine(line);
            await Console.Out.WriteLineAsync(line);
            hub.Records.SetAside().ShouldBeEmpty();
            hub.Records.Said(outgoing: false).Count.ShouldBe(before.Sum() + said.Sum());
        }
        finally
        {
            foreach (var sender in senders) await sender.DisposeAsync();
        }
    }

    private static string At(List<TimeSpan> times, int percent) => times[Math.Min(times.Count - 1, times.Count * percent / 100)].TotalMilliseconds.ToString("0", CultureInfo.InvariantCulture);
}
