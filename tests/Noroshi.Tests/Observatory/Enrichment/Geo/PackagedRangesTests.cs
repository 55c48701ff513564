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

                // Nobody holds special-purpose addresses, even where a row says so.
                if (IsSpecial(first)) continue;

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

    [Theory]
    [InlineData("10.1.2.3")]
    [InlineData("127.0.0.1")]
    [InlineData("169.254.10.10")]
    [InlineData("172.16.0.0")]
    [InlineData("172.31.255.255")]
    [InlineData("192.0.2.7")]
    [InlineData("192.168.0.0")]
    [InlineData("192.168.1.1")]
    [InlineData("198.51.100.9")]
    [InlineData("203.0.113.255")]
    [InlineData("224.0.0.251")]
    [InlineData("fe80::1")]
    [InlineData("fd00::1")]
    [InlineData("3fff::1")]
    public void Geography_OnSpecialPurposeAddresses_NamesNoCountryAndNoNetwork(string text)
    {
        Assert.SkipWhen(Packaged is null, "the range packages are not restored");
        NetworkAddress.TryParse(text, out var address).ShouldBeTrue();
        Geography.Load(new EnrichmentFiles()).Find(address).ShouldBe(default);
    }

    [Theory]
    [InlineData("172.32.0.1")]
    [InlineData("192.167.255.255")]
    [InlineData("9.9.9.9")]
    [InlineData("2001:200::1")]
    public void Geography_BesideSpecialPurposeAddresses_StillKnows(string text)
    {
        Assert.SkipWhen(Packaged is null, "the range packages are not restored");
        NetworkAddress.TryParse(text, out var address).ShouldBeTrue();
        Geography.Load(new EnrichmentFiles()).Find(address).Country.IsKnown.ShouldBeTrue();
    }

    // Written down here once more, by octets, so that the list of prefixes is checked by something else than itself.
    private static bool IsSpecial(NetworkAddress address)
    {
        if (!address.IsIPv4) return ReservedRanges.Contains(address) || address.High >> 56 >= 0xFC || address.High >> 44 == 0x3FFF0 || address.High >> 16 == 0x2001_0002_0000 || address.High == 0x0100_0000_0000_0000;
        var (a, b, c) = (address.IPv4 >> 24, (address.IPv4 >> 16) & 255, (address.IPv4 >> 8) & 255);
        return a is 0 or 10 or 127 or >= 224 || (a, b) is (100, >= 64 and <= 127) or (169, 254) or (172, >= 16 and <= 31) or (192, 168) or (198, 18 or 19)
            || (a, b, c) is (192, 0, 0 or 2) or (198, 51, 100) or (203, 0, 113);
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
