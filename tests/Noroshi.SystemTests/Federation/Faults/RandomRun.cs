namespace Noroshi.SystemTests.Federation;

/// <summary>One run of messages both ways while power and line fail at random moments.</summary>
internal sealed class RandomRun(NodePair pair, int seed)
{
    private readonly Random _random = new(seed);

    /// <summary>Messages whose sending was acknowledged: what must not be lost.</summary>
    internal List<(PeerNode From, string Text)> Acknowledged { get; } = [];

    internal List<string> Faults { get; } = [];

    internal async Task GoAsync()
    {
        // Drawn before anything runs, so that the seed alone says what happens.
        var (fromJp, fromPh) = (_random.Next(), _random.Next());
        var faults = Enumerable.Range(0, _random.Next(1, 4)).Select(_ => (Kind: _random.Next(6), After: _random.Next(20, 400), For: _random.Next(50, 900))).ToList();
        var posting = Task.WhenAll(PostAsync(pair.Jp, pair.Ph, fromJp), PostAsync(pair.Ph, pair.Jp, fromPh));
        foreach (var fault in faults)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(fault.After), TimeProvider.System, TestContext.Current.CancellationToken);
            await FailAsync(fault.Kind, TimeSpan.FromMilliseconds(fault.For), fault.After * 40);
        }

        await posting;
    }

    private async Task FailAsync(int kind, TimeSpan pause, int bytes)
    {
        var node = kind % 2 == 0 ? pair.Jp : pair.Ph;
        switch (kind / 2)
        {
            case 0:
                Faults.Add($"kill {node.State}");
                await node.KillAsync();
                await node.StartAsync();
                break;
            case 1:
                Faults.Add($"part {node.State}");
                node.Relay.Partition();
                await Task.Delay(pause, TimeProvider.System, TestContext.Current.CancellationToken);
                node.Relay.Heal();
                break;
            default:
                Faults.Add($"cut {node.State}");
                node.Relay.CutAfter(bytes);
                break;
        }
    }

    private async Task PostAsync(PeerNode from, PeerNode to, int seedOfPosts)
    {
        var random = new Random(seedOfPosts);
        var conversations = new string?[random.Next(1, 4)];
        for (var place = 0; place < 12; place++)
        {
            var which = random.Next(conversations.Length);
            var text = FormattableString.Invariant($"run {seed} {from.State} {which} {place}");
            var size = random.Next(10) == 0 ? 6000 : random.Next(100);
            try
            {
                conversations[which] = await NodePair.SayAsync(from, to, text + new string('.', size), conversations[which]);
                lock (Acknowledged) Acknowledged.Add((from, text));
            }
            catch (Exception unheard) when (unheard is HttpRequestException or IOException or System.Net.Sockets.SocketException or Noroshi.Storage.RefusalException)
            {
                // It was killed meanwhile: whether this one was kept, its records say. The person at the desk tries the next.
                await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, TestContext.Current.CancellationToken);
            }

            await Task.Delay(TimeSpan.FromMilliseconds(random.Next(40)), TimeProvider.System, TestContext.Current.CancellationToken);
        }
    }
}
