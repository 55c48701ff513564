using Noroshi.Federation.Ledger;

namespace Noroshi.Tests.Federation.Ledger;

/// <summary>Whatever is changed behind the node's back, verification names it.</summary>
public sealed class LedgerCheckTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(256)]
    [InlineData(700)]
    public async Task Verify_WhenNothingWasTouched_IsValid(int acts)
    {
        await using var house = await LedgerHouse.OpenAsync(acts);
        var root = Convert.ToBase64String(NaiveTree.Mth(await house.LeavesAsync()));
        (await house.Check.VerifyAsync(null, default)).ShouldBe(new LedgerVerdict(true, acts, root, null));
        var signed = await house.Ledger.CheckpointAsync(default);
        (await house.Check.VerifyAsync(signed.Note, default)).ShouldBe(new LedgerVerdict(true, acts, root, null));
    }

    [Theory]
    [InlineData("UPDATE audit_event SET actor = 'x' WHERE sequence = 1", 0)]
    [InlineData("UPDATE audit_event SET details = '{}' WHERE sequence = 300", 299)]
    [InlineData("UPDATE audit_event SET hash = 'ff' WHERE sequence = 300", 299)]
    [InlineData("UPDATE audit_event SET organisation = NULL WHERE sequence = 590", 589)]
    [InlineData("UPDATE audit_event SET organisation = 'null' WHERE sequence = 100 OR sequence = 50", 49)]
    [InlineData("DELETE FROM audit_event WHERE sequence = 40", 39)]
    [InlineData("DELETE FROM audit_event WHERE sequence > 580", 580)]
    [InlineData("UPDATE audit_head SET hash = 'ff'", 599)]
    public async Task Verify_WhenARowWasChanged_NamesTheLeaf(string tampering, long leaf)
    {
        await using var house = await LedgerHouse.OpenAsync(600);
        await house.Ledger.CheckpointAsync(default);
        await house.TamperAsync(tampering);
        foreach (var restarted in new[] { false, true })
        {
            if (restarted) house.Restart();
            var verdict = await house.Check.VerifyAsync(null, default);
            (verdict.Valid, verdict.Size, verdict.FirstBad).ShouldBe((false, 600L, (long?)leaf));
            verdict.Reason!.ShouldStartWith($"Leaf {leaf} ");
        }
    }

    [Theory]
    [InlineData(10)]
    [InlineData(299)]
    public async Task Verify_WhenTheChainWasMendedAfterTheChange_NamesTheLeafByItsTile(long leaf)
    {
        await using var house = await LedgerHouse.OpenAsync(600);
        await house.Ledger.CheckpointAsync(default);
        await house.RewriteAsync(leaf);
        house.Restart();
        var verdict = await house.Check.VerifyAsync(null, default);
        (verdict.Valid, verdict.FirstBad).ShouldBe((false, (long?)leaf));
        verdict.Reason!.ShouldContain("rewritten");
    }

    [Fact]
    public async Task Verify_WhenTheChangeIsInNoTileYet_NamesTheLeafWhileTheNodeRuns()
    {
        await using var house = await LedgerHouse.OpenAsync(600);
        await house.Keeper.GrowAsync(default);
        await house.RewriteAsync(550);
        var verdict = await house.Check.VerifyAsync(null, default);
        (verdict.Valid, verdict.FirstBad).ShouldBe((false, (long?)550));
    }

    [Fact]
    public async Task Verify_WhenChainAndTilesWereRewritten_IsCaughtByTheSignedRoot()
    {
        await using var house = await LedgerHouse.OpenAsync(200);
        await house.Ledger.CheckpointAsync(default);
        await house.RecordAsync(400);
        await house.Ledger.CheckpointAsync(default);
        await house.RewriteAsync(300);
        Directory.Delete(Path.Combine(house.Folder, "tile"), recursive: true);
        house.Restart();
        var verdict = await house.Check.VerifyAsync(null, default);
        (verdict.Valid, verdict.FirstBad).ShouldBe((false, null));
        verdict.Reason!.ShouldContain("from 200 to 599");
    }

    [Fact]
    public async Task Verify_WhenEverythingHereWasRewritten_IsCaughtByACheckpointFromElsewhere()
    {
        await using var house = await LedgerHouse.OpenAsync(300);
        var elsewhere = await house.Ledger.CheckpointAsync(default);
        await house.RewriteAsync(100);
        Directory.Delete(Path.Combine(house.Folder, "tile"), recursive: true);
        File.Delete(Path.Combine(house.Folder, "checkpoint"));
        await house.TamperAsync("DELETE FROM ledger_checkpoint");
        house.Restart();
        (await house.Check.VerifyAsync(null, default)).Valid.ShouldBeTrue();
        var verdict = await house.Check.VerifyAsync(elsewhere.Note, default);
        verdict.Valid.ShouldBeFalse();
        verdict.Reason!.ShouldContain("300 leaves");
    }

    [Fact]
    public async Task Verify_WhenATileIsDamaged_SaysThatTheActsAreRight()
    {
        await using var house = await LedgerHouse.OpenAsync(600);
        await house.Ledger.CheckpointAsync(default);
        var file = house.Files.PathOf(0, 1);
        var bytes = File.ReadAllBytes(file);
        bytes[(5 * 32) + 1] ^= 1;
        File.WriteAllBytes(file, bytes);
        var verdict = await house.Check.VerifyAsync(null, default);
        (verdict.Valid, verdict.FirstBad).ShouldBe((false, (long?)261));
        verdict.Reason!.ShouldContain("the acts are right");
        Directory.Delete(Path.Combine(house.Folder, "tile"), recursive: true);
        house.Restart();
        (await house.Check.VerifyAsync(null, default)).Valid.ShouldBeTrue();
        await house.Keeper.GrowAsync(default);
        (await house.Check.VerifyAsync(null, default)).Valid.ShouldBeTrue();
    }

    [Fact]
    public async Task Verify_WhenTheLedgerIsSmallerThanWhatWasSigned_IsNotValid()
    {
        await using var house = await LedgerHouse.OpenAsync(300);
        await house.Ledger.CheckpointAsync(default);
        await house.TamperAsync("DELETE FROM audit_event WHERE sequence > 200");
        await house.TamperAsync("UPDATE audit_head SET sequence = 200, hash = (SELECT hash FROM audit_event WHERE sequence = 200)");
        house.Restart();
        var verdict = await house.Check.VerifyAsync(null, default);
        (verdict.Valid, verdict.Size, verdict.FirstBad).ShouldBe((false, 200L, (long?)200));
        verdict.Reason!.ShouldContain("earlier state");
    }

    [Fact]
    public async Task Verify_WhenTheCheckpointIsOfAnotherLedger_IsNotJudged()
    {
        await using var house = await LedgerHouse.OpenAsync(3);
        await using var other = await LedgerHouse.OpenAsync(3);
        var foreign = (await other.Ledger.CheckpointAsync(default)).Note;
        (await Should.ThrowAsync<FormatException>(() => house.Check.VerifyAsync(foreign, default))).Message.ShouldContain("It is a checkpoint of");
        var forged = other.Key.Sign(new Checkpoint(house.Ledger.Origin, 3, Checkpoint.Parse(foreign.Text).Root));
        (await Should.ThrowAsync<FormatException>(() => house.Check.VerifyAsync(forged, default))).Message.ShouldContain("signature");
    }
}
