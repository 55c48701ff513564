using Microsoft.Extensions.DependencyInjection;
using Noroshi.Federation.Ledger;
using Noroshi.Storage;
using Noroshi.Tests.Storage;

namespace Noroshi.Tests.Federation;

/// <summary>A node over PostgreSQL and one over SQLite.</summary>
public sealed class PostgresDeliveryTests(PostgresServer server) : PairedNodes
{
    [Fact]
    public async Task Messages_WhenBothSidesSpeakAtOnce_ArriveOnceInOrderAndWithoutFailures()
    {
        Jp.Records.Dialect.ShouldBe(RecordDialect.Postgres);
        for (var i = 0; i < 40; i++)
        {
            await Jp.SendAsync(Ph, FormattableString.Invariant($"{i}"), FormattableString.Invariant($"jp-{i % 4}"));
            await Ph.SendAsync(Jp, FormattableString.Invariant($"{i}"), FormattableString.Invariant($"ph-{i % 4}"));
        }

        await PairedNode.UntilAsync(async () => (await ReceivedTexts.OfAsync(Ph)).Count == 40 && (await ReceivedTexts.OfAsync(Jp)).Count == 40);
        for (var c = 0; c < 4; c++)
        {
            var expected = Enumerable.Range(0, 10).Select(i => FormattableString.Invariant($"{(i * 4) + c}")).ToList();
            (await ReceivedTexts.OfAsync(Ph, FormattableString.Invariant($"jp-{c}"))).ShouldBe(expected);
            (await ReceivedTexts.OfAsync(Jp, FormattableString.Invariant($"ph-{c}"))).ShouldBe(expected);
        }

        // Where two transactions waited for each other, PostgreSQL would have ended one, and the courier would have noted it.
        foreach (var node in new[] { Jp, Ph })
        {
            await PairedNode.UntilAsync(async () => await node.Records.FirstAsync<long>("SELECT COUNT(*) FROM outbox WHERE state = 'Queued'", null, default) == 0);
            (await node.Records.FirstAsync<long>("SELECT MAX(attempts) FROM outbox", null, default)).ShouldBe(1);
        }

        await PairedNode.UntilAsync(async () => (await Jp.Services.GetRequiredService<Witnesses>().ListAsync(default)).Count == 1);
        (await Jp.Services.GetRequiredService<LedgerCheck>().VerifyAsync(null, default)).Valid.ShouldBeTrue();
    }

    [Fact]
    public async Task Messages_WhenOneIsPoison_AreSetAsideAndTheNodeGoesOnAfterARestart()
    {
        var poison = await Ph.SendAsync(Jp, "poison");
        var bug = await Ph.SendAsync(Jp, "bug");
        (await Ph.SettledAsync(poison)).Reason.ShouldBe("the text is poison");
        (await Ph.SettledAsync(bug)).Reason.ShouldNotBeNull().ShouldContain("InvalidOperationException");
        await Jp.StopAsync();
        var later = await Ph.SendAsync(Jp, "later");
        await Jp.StartAsync();
        await Ph.SettledAsync(later);
        (await ReceivedTexts.OfAsync(Jp)).ShouldBe(["later"]);
    }

    protected override async Task<string?> DatabaseAsync() => await server.NewDatabaseAsync();
}
