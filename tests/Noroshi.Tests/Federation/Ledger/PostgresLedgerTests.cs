using Noroshi.Federation.Ledger;
using Noroshi.Storage;
using Noroshi.Tests.Storage;

namespace Noroshi.Tests.Federation.Ledger;

/// <summary>The ledger's questions to PostgreSQL.</summary>
public sealed class PostgresLedgerTests(PostgresServer server)
{
    [Fact]
    public async Task Ledger_WhenRecordsAreInPostgres_SignsProvesWitnessesAndVerifies()
    {
        var options = new NodeOptions { DataDirectory = "", ReferenceData = "", Database = await server.NewDatabaseAsync() };
        await using var house = await LedgerHouse.OpenAsync(600, RecordStore.For(options));
        var first = await house.Ledger.CheckpointAsync(default);
        first.Checkpoint.Root.ShouldBe(NaiveTree.Mth(await house.LeavesAsync()));
        (await house.Peers.TakeInAsync("self", house.Ledger.Verifier, first.Note.ToString(), null, default)).Verdict.ShouldBe(CheckpointVerdict.Accepted);
        await house.RecordAsync(10);
        var second = await house.Ledger.CheckpointAsync(default);
        var taken = await house.Peers.TakeInAsync("self", house.Ledger.Verifier, second.Note.ToString(), await house.Ledger.ConsistencyAsync(600, 610, default), default);
        taken.Verdict.ShouldBe(CheckpointVerdict.Accepted);
        (await house.Peers.TakeInAsync("self", house.Ledger.Verifier, "nothing", null, default)).Verdict.ShouldBe(CheckpointVerdict.Malformed);
        (await house.Witnesses.TakeInAsync(house.Ledger.Verifier, taken.Cosigned!.ToString(), default)).ShouldNotBeNull();
        (await house.Witnesses.ListAsync(default)).ShouldHaveSingleItem().Size.ShouldBe(610);
        (await house.Check.VerifyAsync(null, default)).Valid.ShouldBeTrue();
        await house.RewriteAsync(100);
        (await house.Check.VerifyAsync(null, default)).FirstBad.ShouldBe(100);
    }
}
