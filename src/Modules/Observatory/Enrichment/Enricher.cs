using Noroshi.Kernel;
using Noroshi.Observatory.Domain;

namespace Noroshi.Observatory.Enrichment;

/// <summary>Answers who is behind an address, for a sensor of one country. Immutable, safe for many threads, allocates nothing per question.</summary>
internal sealed class Enricher(Geography geography, AddressPlan plan, ResearchScanners research, CountryCode sensorCountry)
{
    /// <summary>Country and network data in use.</summary>
    public Geography Geography => geography;

    /// <summary>The own address plan in use.</summary>
    public AddressPlan Plan => plan;

    /// <summary>The list of research scanners in use.</summary>
    public ResearchScanners Research => research;

    /// <summary>Country that "domestic" means where the target's is not known.</summary>
    public CountryCode SensorCountry => sensorCountry;

    /// <summary>Version of the country and network data, recorded with every import.</summary>
    public string GeoVersion => geography.Info.Version;

    /// <summary>The same data for a sensor that stands in another country; costs nothing.</summary>
    public Enricher ForSensorIn(CountryCode country) => country == sensorCountry ? this : new Enricher(geography, plan, research, country);

    public SourcePlace FindSource(NetworkAddress address)
    {
        var place = geography.Find(address);
        return new SourcePlace(place.Country, place.Asn, research.Contains(address));
    }

    public TargetPlace FindTarget(NetworkAddress address)
    {
        if (plan.TryFind(address, out var place)) return place;
        return new TargetPlace(0, 0, TargetKind.Unknown, geography.Find(address).Country);
    }

    /// <summary>Domestic when the source's country is the target's (or the sensor's, where the target's is unknown).</summary>
    public Origin OriginOf(CountryCode source, CountryCode target)
    {
        var home = target.IsKnown ? target : sensorCountry;
        if (!source.IsKnown || !home.IsKnown) return Origin.Unknown;
        return source == home ? Origin.Domestic : Origin.Foreign;
    }
}
