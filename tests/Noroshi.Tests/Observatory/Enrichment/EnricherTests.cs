using Noroshi.Kernel;
using Noroshi.Observatory.Domain;
using Noroshi.Observatory.Enrichment;

namespace Noroshi.Tests.Observatory.Enrichment;

public sealed class EnricherTests
{
    private static readonly CountryCode Japan = CountryCode.Parse("JP");
    private static readonly CountryCode Korea = CountryCode.Parse("KR");
    private static readonly Enricher Enricher = new(Geography.None, AddressPlan.Empty, ResearchScanners.None, Japan);

    [Fact]
    public void OriginOf_WhenSourceAndTargetShareACountry_IsDomestic() => Enricher.OriginOf(Korea, Korea).ShouldBe(Origin.Domestic);

    [Fact]
    public void OriginOf_WhenTheyDiffer_IsForeign() => Enricher.OriginOf(Korea, Japan).ShouldBe(Origin.Foreign);

    [Fact]
    public void OriginOf_WhenTheTargetIsUnknown_ComparesWithTheSensor()
    {
        Enricher.OriginOf(Japan, CountryCode.Unknown).ShouldBe(Origin.Domestic);
        Enricher.OriginOf(Korea, CountryCode.Unknown).ShouldBe(Origin.Foreign);
        Enricher.ForSensorIn(Korea).OriginOf(Korea, CountryCode.Unknown).ShouldBe(Origin.Domestic);
    }

    [Fact]
    public void OriginOf_WhenTheSourceIsUnknown_IsUnknown() => Enricher.OriginOf(CountryCode.Unknown, Japan).ShouldBe(Origin.Unknown);

    [Fact]
    public void FindTarget_OutsideThePlan_KnowsNoOrganisation() =>
        Enricher.FindTarget(NetworkAddress.FromIPv4(1)).ShouldBe(new TargetPlace(0, 0, TargetKind.Unknown, CountryCode.Unknown));

    [Fact]
    public void Questions_OnceWarm_AllocateNothing()
    {
        var enricher = new EnrichmentFiles().Open(Japan);
        long Ask()
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            uint sum = 0;
            for (uint i = 0; i < 100_000; i++)
            {
                var address = NetworkAddress.FromIPv4(i * 42_949);
                sum += enricher.FindSource(address).Asn + enricher.FindTarget(address).Organisation;
                sum += enricher.FindSource(new NetworkAddress(0x2001_0200_0000_0000 + ((ulong)i << 24), i)).Asn;
            }

            sum.ShouldBeGreaterThanOrEqualTo(0u);
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }

        Ask();
        Ask().ShouldBeLessThan(1_000);
    }
}
