using System.Globalization;

namespace Noroshi.SystemTests.Federation;

/// <summary>
/// Random runs over one pair of nodes: three in every run of the tests, a thousand with NOROSHI_LONG (or as many as NOROSHI_RUNS says). The
/// seed is printed and can be given again as NOROSHI_SEED.
/// </summary>
public sealed class RandomRunsTests
{
    private static readonly int Runs = Number("NOROSHI_RUNS") ?? (Environment.GetEnvironmentVariable("NOROSHI_LONG") is { Length: > 0 } ? 1000 : 3);

    [Fact]
    public async Task Messages_WhenNodesAndLineFailAtRandom_ArriveOnceInOrderAndBothLedgersHoldThem()
    {
        await using var pair = new NodePair();
        await pair.InitializeAsync();
        var seed = Number("NOROSHI_SEED") ?? Random.Shared.Next(1_000_000_000);
        var began = TimeProvider.System.GetTimestamp();
        var (messages, faults) = (0, new List<string>());
        for (var number = 0; number < Runs; number++)
        {
            var run = new RandomRun(pair, unchecked(seed + number));
            try
            {
                await run.GoAsync();
                foreach (var node in pair.Both) node.Relay.Heal();
                await pair.SettleAsync();
                // The whole history is compared now and then; each time would cost more with every run.
                if (number % 10 == 0 || number == Runs - 1) await pair.AllIsWellAsync();
                Kept(run);
            }
            catch (Exception)
            {
                Say($"run {number + 1} of {Runs} failed: NOROSHI_SEED={seed + number}, {string.Join(", ", run.Faults)}");
                foreach (var node in pair.Both.Where(one => one.IsRunning)) Say($"{node.State}:\n{node.Process.Log}");
                throw;
            }

            messages += run.Acknowledged.Count;
            faults.AddRange(run.Faults);
            if (number % 25 == 24 || number == Runs - 1)
                Say($"{number + 1} runs from seed {seed}: {messages} messages acknowledged, {faults.Count} faults ({Counted(faults)}), none lost, none twice, {TimeProvider.System.GetElapsedTime(began).TotalSeconds:0} s");
        }

        messages.ShouldBeGreaterThan(0);
    }

    private static void Kept(RandomRun run)
    {
        foreach (var side in run.Acknowledged.GroupBy(one => one.From))
        {
            var kept = side.Key.Records.Said(outgoing: true).TakeLast(100).Select(one => one.Text.TrimEnd('.')).ToHashSet(StringComparer.Ordinal);
            side.Select(one => one.Text).Where(text => !kept.Contains(text)).ShouldBeEmpty();
        }
    }

    private static string Counted(List<string> faults) => string.Join(", ", faults.GroupBy(fault => fault, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => $"{group.Key} {group.Count()}"));

    private static int? Number(string variable) => int.TryParse(Environment.GetEnvironmentVariable(variable), CultureInfo.InvariantCulture, out var number) ? number : null;

    // Long runs are watched while they run.
    private static void Say(string line)
    {
        TestContext.Current.TestOutputHelper?.WriteLine(line);
        Console.Out.WriteLine(line);
    }
}
