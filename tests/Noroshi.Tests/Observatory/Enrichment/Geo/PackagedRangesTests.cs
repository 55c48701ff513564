using System.Globalization;
using Noroshi.Kernel;
using Noroshi.Observatory.Enrichment;

namespace Noroshi.Tests.Observatory.Enrichment;

/// <summary>The compiled data against the published rows, read here in the plainest way.</summary>
public sealed class PackagedRangesTests
{
    private static readonly PackagedRanges? Packaged = PackagedRanges.FindFrom(AppContext.BaseDirectory);

    [Fact]
    public void Geography_OnTheData_AnswersWhatTheRowsSay()
    {
        Assert.SkipWhen(Packaged is null, "the range packages are not restored");
        var geography = Geography.Load(new EnrichmentFiles());
        geography.Info.Sources.Count.ShouldBe(2);
        geography.Info.Version.ShouldContain("geo-whois-asn-country");
        var random = new Random(20260301);
        foreach (var (file, isCountry) in Files())
        {
            var rows = File.ReadLines(file).Select(Row).ToList();
            for (var i = 0; i + 1 < rows.Count; i += random.Next(1, 100))
            {
                var (first, last, value) = rows[i];

                // Nobody holds reserved ranges, even where a row says so.
                if (ReservedRanges.Contains(first)) continue;

                // Registrations nest: where a smaller range starts within this one, that one speaks.
                if (rows[i + 1].First > first) Said(geography.Find(first), isCountry).ShouldBe(value, $"{first} in {Path.GetFileName(file)}");
                if (rows[i + 1].First > last) Said(geography.Find(last), isCountry).ShouldBe(value, $"{last} in {Path.GetFileName(file)}");
            }
        }
    }

    [Fact]
    public void Geography_ForWellKnownNetworks_KnowsTheirNames()
    {
        Assert.SkipWhen(Packaged is null, "the range packages are not restored");
        var geography = Geography.Load(new EnrichmentFiles());
        geography.NameOf(13335).ShouldBe("Cloudflare, Inc.");
        geography.NameOf(uint.MaxValue).ShouldBeNull();
        geography.Find(NetworkAddress.FromIPv4(0x0A00_0001)).ShouldBe(default);
    }

    [Fact]
    public void Sources_Always_CarryLicenceAttributionDateAndConfidence()
    {
        Assert.SkipWhen(Packaged is null, "the range packages are not restored");
        foreach (var source in Geography.Load(new EnrichmentFiles()).Info.Sources)
        {
            source.Licence.ShouldNotBeEmpty();
            source.Attribution.ShouldNotBeEmpty();
            source.AsOf.ShouldNotBeNull();
            source.Confidence.ShouldBe(Confidence.C);
        }
    }

    [Fact]
    public void Geography_OnReservedAddresses_KnowsNothingWithoutAnOverlay()
    {
        var geography = Geography.Load(new EnrichmentFiles());
        geography.Find(new NetworkAddress(0x2001_0DB8_0000_0000, 1)).ShouldBe(default);
        geography.Find(NetworkAddress.FromIPv4(0xF001_0203)).ShouldBe(default);
    }

    private static string Said(Place place, bool isCountry) =>
        isCountry ? place.Country.ToString() : place.Asn.ToString(CultureInfo.InvariantCulture);

    private static IEnumerable<(string File, bool IsCountry)> Files()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!Directory.Exists(Path.Combine(root.FullName, "node_modules", "@ip-location-db"))) root = root.Parent!;
        foreach (var (package, isCountry) in new[] { ("geo-whois-asn-country", true), ("asn", false) })
        {
            foreach (var family in new[] { "ipv4", "ipv6" })
            {
                yield return (Path.Combine(root.FullName, "node_modules", "@ip-location-db", package, $"{package}-{family}.csv"), isCountry);
            }
        }
    }

    private static (NetworkAddress First, NetworkAddress Last, string Value) Row(string line)
    {
        var parts = line.Split(',');
        NetworkAddress.TryParse(parts[0], out var first).ShouldBeTrue();
        NetworkAddress.TryParse(parts[1], out var last).ShouldBeTrue();
        return (first, last, parts[2]);
    }
}
