using FsCheck;
using FsCheck.Fluent;
using Noroshi.Federation.Ledger;

namespace Noroshi.Tests.Federation.Ledger;

/// <summary>Hashes and proofs against an implementation written from RFC 6962 alone.</summary>
public sealed class MerkleTests
{
    [Fact]
    public void Root_WhenThereAreNoLeaves_IsTheHashOfNothing()
    {
        Convert.ToHexStringLower(MerkleHash.Empty).ShouldBe("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        new TreeEdge().Root().ShouldBe(MerkleHash.Empty);
    }

    [Fact]
    public void Leaf_WhenEmpty_IsTheHashOfTheMarkAlone() => MerkleHash.Leaf([]).ShouldBe(System.Security.Cryptography.SHA256.HashData([0]));

    [Theory]
    [InlineData(1022)]
    [InlineData(1023)]
    [InlineData(1024)]
    [InlineData(70_000)]
    public void Leaf_WhenLong_IsHashedWhole(int length)
    {
        var leaf = new byte[length];
        Random.Shared.NextBytes(leaf);
        MerkleHash.Leaf(leaf).ShouldBe(NaiveTree.Mth([leaf]));
    }

    [Fact]
    public void Proofs_WhenTreesAreSmall_AreThoseOfTheStandardForEveryLeafAndSize()
    {
        for (var size = 1; size <= 40; size++)
        {
            var leaves = LeavesOnly.Of(size);
            var root = NaiveTree.Mth(leaves);
            LeavesOnly.Edge(leaves).Root().ShouldBe(root);
            for (var index = 0; index < size; index++)
            {
                var path = LeavesOnly.Hashes(ProofShape.Inclusion(index, size), leaves);
                path.ShouldBe(NaiveTree.Path(index, leaves));
                new InclusionProof(index, size, path).Verifies(MerkleHash.Leaf(leaves[index]), root).ShouldBeTrue();
            }

            for (var from = 1; from <= size; from++)
            {
                var path = LeavesOnly.Hashes(ProofShape.Consistency(from, size), leaves);
                path.ShouldBe(NaiveTree.Proof(from, leaves));
                new ConsistencyProof(from, size, path).Verifies(NaiveTree.Mth(leaves.AsSpan(..from)), root).ShouldBeTrue();
            }
        }
    }

    [Fact]
    public void Edge_WhenSizesAreArbitrary_HasTheRootOfTheStandardAndGoesOnFromWhereItWasLeft() => Prop.ForAll(Gen.Choose(0, 1500).ToArbitrary(), Gen.Choose(0, 700).ToArbitrary(), (first, more) =>
    {
        var leaves = LeavesOnly.Of(first + more);
        var edge = LeavesOnly.Edge(leaves.Take(first));
        var again = new TreeEdge(edge.Size, edge.Levels());
        foreach (var leaf in leaves.Skip(first)) again.Add(MerkleHash.Leaf(leaf));
        return edge.Root().SequenceEqual(NaiveTree.Mth(leaves.AsSpan(..first))) && again.Root().SequenceEqual(NaiveTree.Mth(leaves));
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(40));

    [Fact]
    public void Inclusion_WhenAnythingIsChanged_DoesNotVerify() => Prop.ForAll(Gen.Choose(2, 300).ToArbitrary(), Gen.Choose(0, 100_000).ToArbitrary(), (size, seed) =>
    {
        var random = new Random(seed);
        var leaves = LeavesOnly.Of(size);
        var index = random.Next(size);
        var (hash, root, path) = (MerkleHash.Leaf(leaves[index]), NaiveTree.Mth(leaves), NaiveTree.Path(index, leaves));
        bool Holds(long at, long of, IReadOnlyList<byte[]> steps, byte[] of1, byte[] of2) => new InclusionProof(at, of, steps).Verifies(of1, of2);
        return Holds(index, size, path, hash, root)
            && !Holds(index ^ 1, size, path, hash, root)
            && !Holds(index, size, Flipped(path, random), hash, root)
            && !Holds(index, size, [.. path, root], hash, root)
            && !Holds(index, size, path[..^1], hash, root)
            && !Holds(index, size, path, root, hash)
            && !Holds(-1, size, path, hash, root)
            && !Holds(size, size, path, hash, root);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(200));

    [Fact]
    public void Consistency_WhenAnythingIsChanged_DoesNotVerify() => Prop.ForAll(Gen.Choose(2, 300).ToArbitrary(), Gen.Choose(0, 100_000).ToArbitrary(), (size, seed) =>
    {
        var random = new Random(seed);
        var leaves = LeavesOnly.Of(size);
        var from = random.Next(1, size);
        var (before, after, path) = (NaiveTree.Mth(leaves.AsSpan(..from)), NaiveTree.Mth(leaves), NaiveTree.Proof(from, leaves));
        var rewritten = LeavesOnly.Of(size);
        rewritten[random.Next(from)] = [1, 2, 3];
        bool Holds(long of, long to, IReadOnlyList<byte[]> steps, byte[] of1, byte[] of2) => new ConsistencyProof(of, to, steps).Verifies(of1, of2);
        return Holds(from, size, path, before, after)
            && !Holds(from, size, NaiveTree.Proof(from, rewritten), before, NaiveTree.Mth(rewritten))
            && !Holds(from, size, Flipped(path, random), before, after)
            && !Holds(from, size, [.. path, after], before, after)
            && !Holds(from, size, path[..^1], before, after)
            && !Holds(from, size, path, after, before)
            && !Holds(size, from, path, before, after)
            && !Holds(from, from, path, before, before);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(200));

    [Fact]
    public void Consistency_WhenThereIsNothingToProve_AsksForEqualOrEmptyRoots()
    {
        var root = NaiveTree.Mth(LeavesOnly.Of(5));
        new ConsistencyProof(5, 5, []).Verifies(root, root).ShouldBeTrue();
        new ConsistencyProof(5, 5, []).Verifies(root, MerkleHash.Empty).ShouldBeFalse();
        new ConsistencyProof(0, 5, []).Verifies(MerkleHash.Empty, root).ShouldBeTrue();
        new ConsistencyProof(0, 5, []).Verifies(root, root).ShouldBeFalse();
        new ConsistencyProof(3, 5, []).Verifies(root, root).ShouldBeFalse();
    }

    private static List<byte[]> Flipped(List<byte[]> path, Random random)
    {
        var copy = path.ConvertAll(step => step.ToArray());
        copy[random.Next(copy.Count)][random.Next(32)] ^= 1;
        return copy;
    }
}
