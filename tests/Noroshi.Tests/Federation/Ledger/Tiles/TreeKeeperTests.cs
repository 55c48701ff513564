using Noroshi.Federation.Ledger;

namespace Noroshi.Tests.Federation.Ledger;

/// <summary>The tree over the acts, its tiles on disk, and what a crash leaves of them.</summary>
public sealed class TreeKeeperTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(255)]
    [InlineData(256)]
    [InlineData(257)]
    [InlineData(1000)]
    public async Task Tree_WhenActsAreRecorded_HasTheRootOfTheStandard(int acts)
    {
        await using var house = await LedgerHouse.OpenAsync(acts);
        var tree = await house.Keeper.GrowAsync(default);
        tree.Size.ShouldBe(acts);
        (await tree.RootAsync(acts, default)).ShouldBe(NaiveTree.Mth(await house.LeavesAsync()));
    }

    [Fact]
    public async Task Proofs_WhenTakenFromTiles_AreThoseOfTheStandard()
    {
        await using var house = await LedgerHouse.OpenAsync(1300);
        var (tree, leaves) = (await house.Keeper.GrowAsync(default), await house.LeavesAsync());
        foreach (var (index, size) in new[] { (0, 1), (0, 1300), (1299, 1300), (255, 256), (256, 257), (700, 1024), (1023, 1300), (511, 600) })
            (await tree.InclusionAsync(index, size, default)).Path.ShouldBe(NaiveTree.Path(index, leaves.AsSpan(..size)));
        foreach (var (from, to) in new[] { (1, 1300), (256, 1300), (255, 256), (1299, 1300), (512, 1024), (600, 700), (1300, 1300) })
            (await tree.ConsistencyAsync(from, to, default)).Path.ShouldBe(NaiveTree.Proof(from, leaves.AsSpan(..to)));
        foreach (var size in new[] { 0, 1, 255, 256, 300, 1299 }) (await tree.RootAsync(size, default)).ShouldBe(NaiveTree.Mth(leaves.AsSpan(..size)));
        await Should.ThrowAsync<ArgumentOutOfRangeException>(() => tree.InclusionAsync(1300, 1300, default));
        await Should.ThrowAsync<ArgumentOutOfRangeException>(() => tree.InclusionAsync(0, 1301, default));
        await Should.ThrowAsync<ArgumentOutOfRangeException>(() => tree.ConsistencyAsync(5, 1301, default));
    }

    [Fact]
    public async Task Tree_WhenItGrowsInSteps_IsTheSameAsAtOnce()
    {
        await using var house = await LedgerHouse.OpenAsync();
        foreach (var step in new[] { 1, 254, 1, 1, 300, 512, 3 })
        {
            await house.RecordAsync(step);
            var tree = await house.Keeper.GrowAsync(default);
            (await tree.RootAsync(tree.Size, default)).ShouldBe(NaiveTree.Mth(await house.LeavesAsync()));
            if (step == 300) house.Restart();
        }

        (await house.Keeper.GrowAsync(default)).Size.ShouldBe(1072);
        house.Files.Count(0).ShouldBe(4);
    }

    [Fact]
    public async Task Tiles_WhenFull_HoldTheHashesOfTheStandard()
    {
        await using var house = await LedgerHouse.OpenAsync(600);
        var (tree, leaves) = (await house.Keeper.GrowAsync(default), await house.LeavesAsync());
        var expected = leaves.Skip(256).Take(256).SelectMany(leaf => NaiveTree.Mth([leaf])).ToArray();
        File.ReadAllBytes(Path.Combine(house.Folder, "tile", "0", "001")).ShouldBe(expected);
        (await tree.TileAsync(0, 1, 256, default)).ShouldBe(expected);
        (await tree.TileAsync(1, 0, 2, default)).ShouldBe([.. NaiveTree.Mth(leaves.AsSpan(..256)), .. NaiveTree.Mth(leaves.AsSpan(256..512))]);
        (await tree.TileAsync(0, 2, 88, default))!.Length.ShouldBe(88 * 32);
        (await tree.TileAsync(0, 2, 89, default)).ShouldBeNull();
        (await tree.TileAsync(1, 0, 3, default)).ShouldBeNull();
        (await tree.TileAsync(2, 0, 1, default)).ShouldBeNull();
        (await tree.TileAsync(0, long.MaxValue / 256, 1, default)).ShouldBeNull();
        (await tree.TileAsync(63, 0, 1, default)).ShouldBeNull();
        if (!OperatingSystem.IsWindows()) File.GetUnixFileMode(Path.Combine(house.Folder, "tile", "0", "001")).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    [Theory]
    [InlineData("gone")]
    [InlineData("cut")]
    [InlineData("behind")]
    public async Task Tiles_WhenACrashLeftThemIncomplete_AreMadeAgain(string how)
    {
        await using var house = await LedgerHouse.OpenAsync(1300);
        var before = await house.Keeper.GrowAsync(default);
        var root = await before.RootAsync(1300, default);
        var kept = File.ReadAllBytes(house.Files.PathOf(0, 2));
        if (how == "gone") File.Delete(house.Files.PathOf(0, 2));
        if (how == "cut") File.WriteAllBytes(house.Files.PathOf(0, 4), [1, 2, 3]);
        if (how == "behind") Directory.Delete(Path.Combine(house.Folder, "tile"), recursive: true);
        house.Restart();
        var after = await house.Keeper.GrowAsync(default);
        (await after.RootAsync(1300, default)).ShouldBe(root);
        (await after.InclusionAsync(600, 1300, default)).Path.ShouldBe((await before.InclusionAsync(600, 1300, default)).Path);
        File.ReadAllBytes(house.Files.PathOf(0, 2)).ShouldBe(kept);
        house.Files.Count(0).ShouldBe(5);
    }

    [Fact]
    public async Task Tiles_WhenTheyReachBeyondTheActs_AreCutBackToThem()
    {
        await using var house = await LedgerHouse.OpenAsync(800);
        await house.Keeper.GrowAsync(default);
        house.Restart();
        await house.TamperAsync("DELETE FROM audit_event WHERE sequence > 300");
        await house.TamperAsync("UPDATE audit_head SET sequence = 300, hash = (SELECT hash FROM audit_event WHERE sequence = 300)");
        var tree = await house.Keeper.GrowAsync(default);
        (await tree.RootAsync(300, default)).ShouldBe(NaiveTree.Mth(await house.LeavesAsync()));
        house.Files.Count(0).ShouldBe(1);
    }

    [Fact]
    public async Task Tree_WhenAnActWasChangedBeforeItWasRead_DoesNotGrowOverIt()
    {
        await using var house = await LedgerHouse.OpenAsync(400);
        await house.Keeper.GrowAsync(default);
        await house.RecordAsync(100);
        await house.TamperAsync("UPDATE audit_event SET subject = 'another' WHERE sequence = 451");
        (await Should.ThrowAsync<LedgerRefusedException>(() => house.Keeper.GrowAsync(default))).FirstBad.ShouldBe(450);
        await house.TamperAsync("DELETE FROM audit_event WHERE sequence = 420");
        (await Should.ThrowAsync<LedgerRefusedException>(() => house.Keeper.GrowAsync(default))).FirstBad.ShouldBe(419);
    }

    [Fact]
    public async Task Bundle_WhenRead_HashesToItsTile()
    {
        await using var house = await LedgerHouse.OpenAsync(300);
        var tree = await house.Keeper.GrowAsync(default);
        foreach (var (index, width) in new[] { (0, 256), (1, 44) })
        {
            var bundle = (await EntryBundle.ReadAsync(house.Acts, index * 256, width, default))!.AsSpan();
            var hashes = new List<byte>();
            while (bundle.Length > 0)
            {
                var length = (bundle[0] << 8) | bundle[1];
                hashes.AddRange(NaiveTree.Mth([bundle.Slice(2, length).ToArray()]));
                bundle = bundle[(2 + length)..];
            }

            hashes.ToArray().ShouldBe(await tree.TileAsync(0, index, width, default));
        }

        (await EntryBundle.ReadAsync(house.Acts, 256, 45, default)).ShouldBeNull();
    }

    [Fact]
    public async Task Act_WhenItHoldsVeryManyDetails_StillFitsAnEntry()
    {
        await using var house = await LedgerHouse.OpenAsync();
        var details = Enumerable.Range(0, 400).ToDictionary(i => $"{i:000} 狼煙", i => string.Concat(Enumerable.Repeat("\u2028🔥\"", 120)));
        await house.Records.TransactAsync(transaction => Noroshi.Shell.Audit.ActTrail.RecordAsync(transaction, new Noroshi.Contracts.AuditEvent(house.Clock.GetUtcNow(), "act", "a", null, null, true, details), default), default);
        (await house.LeavesAsync()).Single().Length.ShouldBeLessThan(65_536);
        (await house.Check.VerifyAsync(null, default)).Valid.ShouldBeTrue();
    }
}
