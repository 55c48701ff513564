using Noroshi.Observatory.Enrichment;

namespace Noroshi.Tests.Observatory.Enrichment;

public sealed class SectorsTests
{
    [Fact]
    public void All_Always_HasUniqueIdsAndKeysAndBothNames()
    {
        Sectors.All.Select(sector => sector.Id).ShouldBeUnique();
        Sectors.All.Select(sector => sector.Key).ShouldBeUnique();
        Sectors.All.ShouldAllBe(sector => sector.Id > 0 && sector.English.Length > 0 && sector.Japanese.Length > 0);
    }

    [Fact]
    public void All_OfThePolicy_AreFifteen() => Sectors.All.Count(sector => sector.CriticalInfrastructure).ShouldBe(15);

    [Fact]
    public void Find_ByIdAndKey_AgreesAndRefusesOthers()
    {
        foreach (var sector in Sectors.All)
        {
            Sectors.Find(sector.Id).ShouldBe(sector);
            Sectors.Find(sector.Key).ShouldBe(sector);
        }

        Sectors.Find((ushort)0).ShouldBeNull();
        Sectors.Find("Government").ShouldBeNull();
    }
}
