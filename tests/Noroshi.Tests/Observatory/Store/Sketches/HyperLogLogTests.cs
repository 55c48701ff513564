using Noroshi.Kernel;
using Noroshi.Observatory.Store;

namespace Noroshi.Tests.Observatory.Store.Sketches;

public sealed class HyperLogLogTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(700)]
    [InlineData(1024)]
    public void Estimate_WhenFew_IsExact(int count) => Of(0, count).Estimate().ShouldBe(count);

    [Fact]
    public void Estimate_WhenMany_ErrsAsTheTheorySays()
    {
        // 1.04 / sqrt(4096) = 1.6 %; the root mean square over many sets must be close to it, at every order of magnitude.
        foreach (var count in (int[])[2_000, 10_000, 12_000, 50_000, 300_000])
        {
            var runs = count > 100_000 ? 12 : 40;
            var squares = 0.0;
            for (var run = 0; run < runs; run++)
            {
                var error = (Of((ulong)run << 32, count).Estimate() - count) / (double)count;
                Math.Abs(error).ShouldBeLessThan(0.08);
                squares += error * error;
            }

            Math.Sqrt(squares / runs).ShouldBeLessThan(0.025, $"{count} addresses");
        }
    }

    [Theory]
    [InlineData(100, 100)]
    [InlineData(900, 900)]
    [InlineData(100, 50_000)]
    [InlineData(50_000, 100)]
    [InlineData(50_000, 50_000)]
    public void Merge_WhenSetsOverlap_IsTheSketchOfTheUnion(int one, int other)
    {
        var union = Of(0, one);
        for (var i = 0; i < other; i++) union.Add(Hash((ulong)(one / 2) + (ulong)i));

        var merged = Of(0, one);
        merged.Merge(Of((ulong)(one / 2), other));
        merged.Estimate().ShouldBe(union.Estimate());

        var stored = new HyperLogLog();
        stored.Merge(Of(0, one).ToBytes());
        stored.Merge(Of((ulong)(one / 2), other).ToBytes());
        stored.ToBytes().ShouldBe(union.ToBytes());
    }

    [Fact]
    public void ToBytes_WhenReadBack_GivesTheSameSketch()
    {
        foreach (var count in (int[])[0, 1, 5, 1024, 1025, 100_000])
        {
            var bytes = Of(0, count).ToBytes();
            bytes.Length.ShouldBeLessThanOrEqualTo(4097);
            var again = new HyperLogLog();
            again.Merge(bytes);
            again.ToBytes().ShouldBe(bytes);
            again.IsSparse.ShouldBe(count <= 1024);
        }
    }

    [Fact]
    public void Merge_WhenBytesAreDamaged_SaysSoOrStaysFinite()
    {
        Should.Throw<InvalidDataException>(() => new HyperLogLog().Merge([9, 1, 2, 3, 4]));
        Should.Throw<InvalidDataException>(() => new HyperLogLog().Merge([1, 1, 2]));
        Should.Throw<InvalidDataException>(() => new HyperLogLog().Merge([2, 1, 2]));
        var random = new Random(1);
        for (var i = 0; i < 200; i++)
        {
            var bytes = new byte[i % 2 == 0 ? 4097 : 1 + (4 * random.Next(1, 1025))];
            random.NextBytes(bytes);
            bytes[0] = (byte)(i % 2 == 0 ? 2 : 1);
            var sketch = new HyperLogLog();
            sketch.Merge(bytes);
            sketch.Merge(Of(0, 2000));
            sketch.Estimate().ShouldBeGreaterThan(0);
        }
    }

    [Fact]
    public void Hash_WhenVersionsChange_StaysTheSame()
    {
        // Sketches outlive the program: a changed hash would silently count old and new sources twice.
        HyperLogLog.Hash(NetworkAddress.FromIPv4(0xF0000001)).ShouldBe(HyperLogLog.Hash(new NetworkAddress(0, 0x0000_FFFF_F000_0001)));
        HyperLogLog.Hash(new NetworkAddress(0x20010DB800000000, 1)).ShouldBe(FixedHash);
    }

    private const ulong FixedHash = 5785874062669745731;

    private static HyperLogLog Of(ulong from, int count)
    {
        var sketch = new HyperLogLog();
        for (var i = 0; i < count; i++) sketch.Add(Hash(from + (ulong)i));
        return sketch;
    }

    private static ulong Hash(ulong number) => HyperLogLog.Hash(new NetworkAddress(0x20010DB8_00000000, number));
}
