using FsCheck;
using FsCheck.Fluent;
using Noroshi.Kernel;
using Noroshi.Observatory.Enrichment;

namespace Noroshi.Tests.Observatory.Enrichment;

/// <summary>The compiled lookup against a scan of all ranges, which is slow and obviously right.</summary>
public sealed class RangeTableTests
{
    [Fact]
    public void Find_OnAnyNestedOrOverlappingRanges_AgreesWithAScan() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(400), Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed =>
        {
            var random = new Random(seed);
            var ranges = Enumerable.Range(1, random.Next(0, 60)).Select(i => AnyRange(random, (ulong)i)).ToList();
            // Two ranges with the same ends have no defined winner; keep the first of each.
            ranges = [.. ranges.DistinctBy(range => (range.First, range.Last))];
            var table = RangeTable.FromRanges([.. ranges]);
            foreach (var address in Probes(random, ranges))
            {
                table.Find(AddressValue.ToAddress(address)).ShouldBe(Scan(ranges, address), AddressValue.ToAddress(address).ToString());
            }
        }));

    [Fact]
    public void Find_WhenNothingIsKnown_IsZero()
    {
        RangeTable.Empty.Find(NetworkAddress.FromIPv4(0)).ShouldBe(0ul);
        RangeTable.Empty.Find(NetworkAddress.FromIPv4(uint.MaxValue)).ShouldBe(0ul);
        RangeTable.Empty.Find(default).ShouldBe(0ul);
        RangeTable.Empty.Find(new NetworkAddress(ulong.MaxValue, ulong.MaxValue)).ShouldBe(0ul);
    }

    [Fact]
    public void Find_AtTheEdgesOfTheAddressSpace_AnswersTheLastRange()
    {
        var table = RangeTable.FromRanges(
        [
            new AddressRange(AddressValue.LastIPv4, AddressValue.LastIPv4, 4),
            new AddressRange(UInt128.MaxValue - 1, UInt128.MaxValue, 6),
            new AddressRange(AddressValue.LastIPv4 + 1, AddressValue.LastIPv4 + 5, 7),
        ]);
        table.Find(NetworkAddress.FromIPv4(uint.MaxValue)).ShouldBe(4ul);
        table.Find(NetworkAddress.FromIPv4(uint.MaxValue - 1)).ShouldBe(0ul);
        table.Find(new NetworkAddress(ulong.MaxValue, ulong.MaxValue)).ShouldBe(6ul);
        table.Find(AddressValue.ToAddress(AddressValue.LastIPv4 + 1)).ShouldBe(7ul);
        table.Find(AddressValue.ToAddress(AddressValue.LastIPv4 + 6)).ShouldBe(0ul);
    }

    private static AddressRange AnyRange(Random random, ulong value)
    {
        UInt128 origin, length;
        if (random.Next(2) == 0)
        {
            // Crowded into a few /16s, so that ranges nest, touch and cross block edges.
            origin = AddressValue.FirstIPv4 + (((UInt128)random.Next(0, 4) << 16) * 0x4000) + (UInt128)random.Next(0, 0x30000);
            length = (UInt128)(random.Next(4) == 0 ? random.NextInt64(0, 0x3FFFFFFF) : random.Next(0, 0x8000));
            return new AddressRange(origin, UInt128.Min(origin + length, AddressValue.LastIPv4), value);
        }

        origin = ((UInt128)(ulong)random.Next(0x2000, 0x2003) << 112) + (UInt128)random.NextInt64(0, 1L << 40);
        length = random.Next(4) == 0 ? (UInt128)random.NextInt64() << 50 : (UInt128)random.NextInt64(0, 1L << 39);
        return new AddressRange(origin, origin + length, value);
    }

    private static IEnumerable<UInt128> Probes(Random random, List<AddressRange> ranges)
    {
        foreach (var range in ranges)
        {
            yield return range.First;
            yield return range.Last;
            if (range.First > 0) yield return range.First - 1;
            if (range.Last < UInt128.MaxValue) yield return range.Last + 1;
            yield return range.First + ((range.Last - range.First) / 2);
        }

        for (var i = 0; i < 50; i++) yield return AddressValue.FirstIPv4 + (UInt128)random.NextInt64(0, 1L << 32);
        for (var i = 0; i < 20; i++) yield return new UInt128((ulong)random.NextInt64(), (ulong)random.NextInt64());
    }

    private static ulong Scan(List<AddressRange> ranges, UInt128 address)
    {
        AddressRange? best = null;
        foreach (var range in ranges)
        {
            if (address < range.First || address > range.Last) continue;
            if (best is null || range.First > best.Value.First || (range.First == best.Value.First && range.Last < best.Value.Last)) best = range;
        }

        return best?.Value ?? 0;
    }
}
