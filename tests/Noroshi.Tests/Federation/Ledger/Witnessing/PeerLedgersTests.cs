using Noroshi.Federation.Ledger;

namespace Noroshi.Tests.Federation.Ledger;

/// <summary>Two nodes witness each other: what is confirmed, and what is found out.</summary>
public sealed class PeerLedgersTests
{
    [Fact]
    public async Task Checkpoints_WhenTheyContinueEachOther_AreConfirmedAndShown()
    {
        await using var jp = await LedgerHouse.OpenAsync(40);
        await using var ph = await LedgerHouse.OpenAsync(7);
        (await jp.Peers.LastAsync("ph", default)).ShouldBeNull();
        foreach (var more in new[] { 0, 3, 300 })
        {
            await ph.RecordAsync(more);
            var (taken, note) = await GiveAsync(ph, jp);
            taken.Verdict.ShouldBe(CheckpointVerdict.Accepted);
            jp.Ledger.Verifier.Cosigned(taken.Cosigned!).ShouldBe(jp.Clock.GetUtcNow());
            taken.Cosigned!.Text.ShouldBe(note.Text);
            (await ph.Witnesses.TakeInAsync(jp.Ledger.Verifier, taken.Cosigned.ToString(), default)).ShouldBe(jp.Clock.GetUtcNow());
        }

        (await jp.Peers.LastAsync("ph", default))!.Size.ShouldBe(310);
        var witnessed = (await ph.Witnesses.ListAsync(default)).ShouldHaveSingleItem();
        (witnessed.Witness, witnessed.Size, witnessed.At).ShouldBe((jp.Ledger.Origin, 310L, jp.Clock.GetUtcNow()));
        jp.Ledger.Verifier.Cosigned((await ph.Ledger.CheckpointAsync(default)).Note).ShouldNotBeNull();
        (await ph.Check.VerifyAsync((await ph.Ledger.LastAsync(default))!.Note, default)).Valid.ShouldBeTrue();
    }

    [Fact]
    public async Task Checkpoint_WhenItComesTwiceOrLate_IsAcceptedStill()
    {
        await using var jp = await LedgerHouse.OpenAsync();
        await using var ph = await LedgerHouse.OpenAsync(5);
        var (first, note) = await GiveAsync(ph, jp);
        await ph.RecordAsync(5);
        var between = (await ph.Ledger.CheckpointAsync(default)).Note.ToString();
        await ph.RecordAsync(5);
        await GiveAsync(ph, jp);
        jp.Clock.Advance(TimeSpan.FromHours(1));
        var again = await jp.Peers.TakeInAsync("ph", ph.Ledger.Verifier, note.ToString(), null, default);
        (again.Verdict, again.Cosigned!.ToString()).ShouldBe((CheckpointVerdict.Accepted, first.Cosigned!.ToString()));
        var late = await jp.Peers.TakeInAsync("ph", ph.Ledger.Verifier, between, await ph.Ledger.ConsistencyAsync(10, 15, default), default);
        (late.Verdict, late.Cosigned).ShouldBe((CheckpointVerdict.Accepted, null));
        (await jp.Peers.LastAsync("ph", default))!.Size.ShouldBe(15);
    }

    [Fact]
    public async Task Checkpoint_WhenAnActWasRewritten_IsFoundAtTheNextExchange()
    {
        await using var jp = await LedgerHouse.OpenAsync();
        await using var ph = await LedgerHouse.OpenAsync(30);
        await GiveAsync(ph, jp);
        await RewriteEverythingAsync(ph, 11);
        var same = await jp.Peers.TakeInAsync("ph", ph.Ledger.Verifier, (await ph.Ledger.CheckpointAsync(default)).Note.ToString(), null, default);
        same.Verdict.ShouldBe(CheckpointVerdict.Rewritten);
        same.Reason!.ShouldContain("two different roots");
        await ph.RecordAsync(10);
        var (larger, _) = await GiveAsync(ph, jp);
        larger.Verdict.ShouldBe(CheckpointVerdict.Rewritten);
        larger.Cosigned.ShouldBeNull();
        // What contradicts is evidence, and the last that was accepted stays the measure.
        (await jp.Records.QueryAsync<string>("SELECT verdict FROM peer_checkpoint ORDER BY number", null, default)).ShouldBe(["Accepted", "Rewritten", "Rewritten"]);
        (await jp.Peers.LastAsync("ph", default))!.Size.ShouldBe(30);
        (await jp.Records.QueryAsync<string>("SELECT subject FROM audit_event WHERE act = 'ledger.peer.refused'", null, default)).ShouldBe(["peer:ph", "peer:ph"]);
    }

    [Fact]
    public async Task Checkpoint_WhenThePeerWasPutBack_IsFoundAtTheNextExchange()
    {
        await using var jp = await LedgerHouse.OpenAsync();
        await using var ph = await LedgerHouse.OpenAsync(30);
        await GiveAsync(ph, jp);
        await ph.TamperAsync("DELETE FROM audit_event WHERE sequence > 20");
        await ph.TamperAsync("UPDATE audit_head SET sequence = 20, hash = (SELECT hash FROM audit_event WHERE sequence = 20)");
        await ForgetAsync(ph);
        (await jp.Peers.TakeInAsync("ph", ph.Ledger.Verifier, (await ph.Ledger.CheckpointAsync(default)).Note.ToString(), null, default)).Verdict.ShouldBe(CheckpointVerdict.RolledBack);
    }

    [Fact]
    public async Task Checkpoint_WhenTheProofIsMissingOrOfAnotherRange_IsNotConfirmed()
    {
        await using var jp = await LedgerHouse.OpenAsync();
        await using var ph = await LedgerHouse.OpenAsync(30);
        await GiveAsync(ph, jp);
        await ph.RecordAsync(10);
        var note = (await ph.Ledger.CheckpointAsync(default)).Note.ToString();
        foreach (var proof in new[] { null, await ph.Ledger.ConsistencyAsync(29, 40, default), new ConsistencyProof(0, 40, []), new ConsistencyProof(30, 40, []) })
            (await jp.Peers.TakeInAsync("ph", ph.Ledger.Verifier, note, proof, default)).Verdict.ShouldBe(CheckpointVerdict.Rewritten);
        (await jp.Peers.TakeInAsync("ph", ph.Ledger.Verifier, note, await ph.Ledger.ConsistencyAsync(30, 40, default), default)).Verdict.ShouldBe(CheckpointVerdict.Accepted);
    }

    [Fact]
    public async Task Checkpoint_WhenAnotherSigned_IsABadSignature()
    {
        await using var jp = await LedgerHouse.OpenAsync();
        await using var ph = await LedgerHouse.OpenAsync(3);
        await using var other = await LedgerHouse.OpenAsync(3);
        var note = (await ph.Ledger.CheckpointAsync(default)).Note;
        (await jp.Peers.TakeInAsync("ph", other.Ledger.Verifier, note.ToString(), null, default)).Verdict.ShouldBe(CheckpointVerdict.BadSignature);
        var forged = other.Key.Sign(Checkpoint.Parse(note.Text));
        (await jp.Peers.TakeInAsync("ph", ph.Ledger.Verifier, forged.ToString(), null, default)).Verdict.ShouldBe(CheckpointVerdict.BadSignature);
        (await jp.Peers.TakeInAsync("ph", ph.Ledger.Verifier, "nothing", null, default)).Verdict.ShouldBe(CheckpointVerdict.Malformed);
        (await jp.Peers.LastAsync("ph", default)).ShouldBeNull();
    }

    [Fact]
    public async Task Cosignature_WhenNotUnderOurCheckpoint_IsNotTakenIn()
    {
        await using var jp = await LedgerHouse.OpenAsync();
        await using var ph = await LedgerHouse.OpenAsync(3);
        var note = (await ph.Ledger.CheckpointAsync(default)).Note;
        (await ph.Witnesses.TakeInAsync(jp.Ledger.Verifier, note.ToString(), default)).ShouldBeNull();
        var other = new Checkpoint(ph.Ledger.Origin, 2, MerkleHash.Empty);
        (await ph.Witnesses.TakeInAsync(jp.Ledger.Verifier, ph.Key.Sign(other).With(jp.Key.Cosign(other.ToString(), jp.Clock.GetUtcNow())).ToString(), default)).ShouldBeNull();
        (await ph.Witnesses.ListAsync(default)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Checkpoints_WhenThereAreVeryMany_AreForgottenFromTheOldest()
    {
        await using var jp = await LedgerHouse.OpenAsync();
        await using var ph = await LedgerHouse.OpenAsync();
        for (var i = 0; i < 260; i++)
        {
            await ph.RecordAsync(1);
            (await GiveAsync(ph, jp)).Taken.Verdict.ShouldBe(CheckpointVerdict.Accepted);
        }

        (await jp.Records.FirstAsync<long>("SELECT MIN(size) FROM peer_checkpoint", null, default)).ShouldBe(5);
    }

    private static async Task<(TakenCheckpoint Taken, SignedNote Note)> GiveAsync(LedgerHouse from, LedgerHouse to)
    {
        var signed = await from.Ledger.CheckpointAsync(default);
        var proof = await to.Peers.LastAsync("ph", default) is { } last ? await from.Ledger.ConsistencyAsync(last.Size, signed.Checkpoint.Size, default) : null;
        return (await to.Peers.TakeInAsync("ph", from.Ledger.Verifier, signed.Note.ToString(), proof, default), signed.Note);
    }

    private static async Task RewriteEverythingAsync(LedgerHouse house, long leaf)
    {
        await house.RewriteAsync(leaf);
        await ForgetAsync(house);
    }

    /// <summary>Takes away what the node itself would be warned by.</summary>
    private static async Task ForgetAsync(LedgerHouse house)
    {
        await house.TamperAsync("DELETE FROM ledger_checkpoint");
        File.Delete(Path.Combine(house.Folder, "checkpoint"));
        if (Directory.Exists(Path.Combine(house.Folder, "tile"))) Directory.Delete(Path.Combine(house.Folder, "tile"), recursive: true);
        house.Restart();
    }
}
