using Noroshi.Federation.Ledger;

namespace Noroshi.Tests.Federation.Ledger;

/// <summary>What the node signs, and what it refuses to sign.</summary>
public sealed class NodeLedgerTests
{
    [Fact]
    public async Task Checkpoint_WhenSigned_IsOverAllActsAndKept()
    {
        await using var house = await LedgerHouse.OpenAsync(300);
        var signed = await house.Ledger.CheckpointAsync(default);
        signed.Checkpoint.Size.ShouldBe(300);
        signed.Checkpoint.Root.ShouldBe(NaiveTree.Mth(await house.LeavesAsync()));
        house.Ledger.Verifier.Signed(signed.Note).ShouldBeTrue();
        (await house.Checkpoints.FindAsync(300, default))!.Note.ToString().ShouldBe(signed.Note.ToString());
        File.ReadAllText(Path.Combine(house.Folder, "checkpoint")).ShouldBe(signed.Note.ToString());
    }

    [Fact]
    public async Task Checkpoint_WhenNothingWasRecordedSince_IsTheSameAgain()
    {
        await using var house = await LedgerHouse.OpenAsync(3);
        var first = await house.Ledger.CheckpointAsync(default);
        house.Restart();
        (await house.Ledger.CheckpointAsync(default)).Note.ToString().ShouldBe(first.Note.ToString());
        await house.RecordAsync(1);
        var second = await house.Ledger.CheckpointAsync(default);
        second.Checkpoint.Size.ShouldBe(4);
        (await house.Ledger.ConsistencyAsync(3, 4, default)).Verifies(first.Checkpoint.Root, second.Checkpoint.Root).ShouldBeTrue();
        (await house.Ledger.InclusionAsync(2, 4, default)).Verifies(MerkleHash.Leaf((await house.Ledger.LeafAsync(2, default))!.Content), second.Checkpoint.Root).ShouldBeTrue();
        (await house.Ledger.LeafAsync(4, default)).ShouldBeNull();
    }

    [Fact]
    public async Task Checkpoint_WhenManyAskAtOnce_IsSignedOnceForEachSize()
    {
        await using var house = await LedgerHouse.OpenAsync(5);
        await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Task.Run(async () =>
        {
            await house.RecordAsync(1, $"act{(char)('a' + i)}");
            await house.Ledger.CheckpointAsync(default);
        })));
        var roots = await house.Checkpoints.RootsAsync(default);
        var leaves = await house.LeavesAsync();
        roots.Count.ShouldBeGreaterThan(0);
        foreach (var (size, root) in roots) root.ShouldBe(Convert.ToBase64String(NaiveTree.Mth(leaves.AsSpan(..(int)size))));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Checkpoint_WhenRecordsWerePutBack_IsRefused(bool restarted)
    {
        await using var house = await LedgerHouse.OpenAsync(300);
        await house.Ledger.CheckpointAsync(default);
        // All that the records know is put back, the checkpoints included; what stands outside of them is not.
        await house.TamperAsync("DELETE FROM audit_event WHERE sequence > 200");
        await house.TamperAsync("UPDATE audit_head SET sequence = 200, hash = (SELECT hash FROM audit_event WHERE sequence = 200)");
        await house.TamperAsync("DELETE FROM ledger_checkpoint");
        if (restarted) house.Restart();
        var refusal = await Should.ThrowAsync<LedgerRefusedException>(() => house.Ledger.CheckpointAsync(default));
        refusal.Message.ShouldContain("earlier state");
        house.Ledger.Trouble.ShouldBe(refusal.Message);
        (await house.Checkpoints.LastAsync(default)).ShouldBeNull();
    }

    [Fact]
    public async Task Refusal_WhenAskedForAgain_IsRecordedOnce()
    {
        await using var house = await LedgerHouse.OpenAsync(300);
        await house.Ledger.CheckpointAsync(default);
        await house.RewriteAsync(5);
        Directory.Delete(Path.Combine(house.Folder, "tile"), recursive: true);
        house.Restart();
        for (var i = 0; i < 3; i++) (await Should.ThrowAsync<LedgerRefusedException>(() => house.Ledger.CheckpointAsync(default))).Message.ShouldContain("changed after they were recorded");
        (await house.Records.QueryAsync<string>("SELECT act FROM audit_event WHERE act = 'ledger.signing.refused'", null, default)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Checkpoint_WhenTheKeyIsAnother_IsRefused()
    {
        await using var house = await LedgerHouse.OpenAsync(3);
        await house.Ledger.CheckpointAsync(default);
        File.Delete(Path.Combine(house.Folder, "ledger-key.pem"));
        house.Restart();
        (await Should.ThrowAsync<LedgerRefusedException>(() => house.Ledger.CheckpointAsync(default))).Message.ShouldContain("key that this node does not have");
    }

    [Fact]
    public async Task Checkpoint_WhenThePowerWentBetweenRecordsAndFile_MendsTheFile()
    {
        await using var house = await LedgerHouse.OpenAsync(3);
        var first = await house.Ledger.CheckpointAsync(default);
        await house.RecordAsync(1);
        var second = await house.Ledger.CheckpointAsync(default);
        var file = Path.Combine(house.Folder, "checkpoint");
        File.WriteAllText(file, first.Note.ToString());
        house.Restart();
        await house.Ledger.CheckpointAsync(default);
        File.ReadAllText(file).ShouldBe(second.Note.ToString());
        File.WriteAllText(file, "half");
        (await house.Ledger.CheckpointAsync(default)).Checkpoint.Size.ShouldBe(4);
    }

    [Fact]
    public async Task Proof_WhenMade_CanBeCheckedWithoutTheNode()
    {
        await using var house = await LedgerHouse.OpenAsync(300);
        var proof = (await house.Prove.RunAsync(7, null, default))!;
        var note = SignedNote.Parse(proof.Checkpoint!);
        var checkpoint = Checkpoint.Parse(note.Text);
        var leaf = System.Text.Encoding.UTF8.GetBytes(proof.Leaf);
        new InclusionProof(proof.Index, checkpoint.Size, [.. proof.Path.Select(Convert.FromBase64String)]).Verifies(NaiveTree.Mth([leaf]), checkpoint.Root).ShouldBeTrue();
        house.Ledger.Verifier.Signed(note).ShouldBeTrue();
        proof.LeafHash.ShouldBe(Convert.ToBase64String(NaiveTree.Mth([leaf])));
        System.Text.Json.JsonDocument.Parse(proof.Leaf).RootElement.GetArrayLength().ShouldBe(9);
        (await house.Prove.RunAsync(7, 8, default))!.Checkpoint.ShouldBeNull();
        (await house.Prove.RunAsync(8, 8, default)).ShouldBeNull();
        (await house.Prove.RunAsync(0, 301, default)).ShouldBeNull();
        (await house.Prove.RunAsync(-1, null, default)).ShouldBeNull();
    }
}
