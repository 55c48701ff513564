using System.Globalization;
using System.Text.Json;
using Noroshi.Kernel;

namespace Noroshi.Observatory.Enrichment;

/// <summary>The range data that is restored with the other third-party assets: country by registries and geofeeds, network by routing tables.</summary>
internal sealed class PackagedRanges : IGeoSource
{
    private const string Scope = "@ip-location-db";
    private const string CountryPackage = "geo-whois-asn-country";
    private const string AsnPackage = "asn";

    // Changes with how the packages are read, so that what was compiled before is compiled anew.
    private const string Reading = "without-special-purpose";

    private readonly string folder;
    private readonly string countryVersion;
    private readonly string asnVersion;

    private PackagedRanges(string folder, string countryVersion, string asnVersion)
    {
        this.folder = folder;
        this.countryVersion = countryVersion;
        this.asnVersion = asnVersion;
    }

    /// <inheritdoc/>
    public string Key => string.Join(' ', Files().Select(file => string.Create(CultureInfo.InvariantCulture, $"{file.Length}")).Prepend(asnVersion).Prepend(countryVersion).Append(Reading));

    /// <summary>Looks for the restored packages beside the program and in the folders above it; null where there are none.</summary>
    public static PackagedRanges? FindFrom(string start)
    {
        for (var at = new DirectoryInfo(start); at is not null; at = at.Parent)
        {
            if (In(Path.Combine(at.FullName, "node_modules", Scope)) is { } found) return found;
        }

        return null;
    }

    /// <summary>The packages in this folder; null when they are not all there.</summary>
    public static PackagedRanges? In(string folder) =>
        VersionOf(Path.Combine(folder, CountryPackage)) is { } country && VersionOf(Path.Combine(folder, AsnPackage)) is { } asn
        && new PackagedRanges(folder, country, asn) is var ranges && ranges.Files().All(file => file.Exists)
            ? ranges
            : null;

    /// <inheritdoc/>
    public GeoData Compile()
    {
        var countries = new List<AddressRange>();
        var networks = new List<AddressRange>();
        var names = new Dictionary<uint, string>();
        var sources = new List<GeoDataSet>();
        ReadCountries(countries, sources);
        ReadNetworks(networks, names, sources);
        var joined = Segments.Join(Segments.Flatten(countries), Segments.Flatten(networks), static (country, asn) => (country << 32) | asn);
        return new GeoData(RangeTable.FromSegments(joined), AsnNames.From(names), sources);
    }

    /// <summary>Adds the country ranges and says what they are.</summary>
    public void ReadCountries(List<AddressRange> into, List<GeoDataSet> sources)
    {
        var rows = new List<AddressRange>();
        RangeCsv.ReadCountries(PathOf(CountryPackage, "ipv4"), true, rows);
        RangeCsv.ReadCountries(PathOf(CountryPackage, "ipv6"), false, rows);
        into.AddRange(SpecialPurpose.TakenOutOf(rows));

        // Confidence C: the package's readme warns of errors in what was published this way.
        sources.Add(new GeoDataSet(
            $"{Scope}/{CountryPackage}", "country", countryVersion, DateIn(countryVersion),
            "CC0-1.0 by its package description; CC BY 4.0 (NRO) by its readme",
            "Number Resource Organization (NRO), nro.net",
            Confidence.C));
    }

    /// <summary>Adds the network ranges and their names, and says what they are.</summary>
    public void ReadNetworks(List<AddressRange> into, Dictionary<uint, string> names, List<GeoDataSet> sources)
    {
        var rows = new List<AddressRange>();
        RangeCsv.ReadNetworks(PathOf(AsnPackage, "ipv4"), true, rows, names);
        RangeCsv.ReadNetworks(PathOf(AsnPackage, "ipv6"), false, rows, names);
        into.AddRange(SpecialPurpose.TakenOutOf(rows));
        sources.Add(new GeoDataSet(
            $"{Scope}/{AsnPackage}", "asn", asnVersion, DateIn(asnVersion),
            "CC BY 4.0",
            "RouteViews (routeviews.org), DB-IP (db-ip.com), NRO (nro.net); merged and modified by ip-location-db",
            Confidence.C));
    }

    /// <summary>Versions end in the day and hour they were made: 2.3.2026061719.</summary>
    private static DateOnly? DateIn(string version) =>
        version.LastIndexOf('.') is var dot && version.Length >= dot + 9
        && DateOnly.TryParseExact(version.AsSpan(dot + 1, 8), "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : null;

    private static string? VersionOf(string package)
    {
        var path = Path.Combine(package, "package.json");
        if (!File.Exists(path)) return null;
        try
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(path));
            return json.RootElement.GetProperty("version").GetString();
        }
        catch (Exception problem) when (problem is JsonException or KeyNotFoundException or InvalidOperationException or IOException)
        {
            throw new EnrichmentFileException($"{path} cannot be read as a package description: {problem.Message} Restore the packages again.", problem);
        }
    }

    private IEnumerable<FileInfo> Files() =>
        from family in (string[])["ipv4", "ipv6"]
        from package in (string[])[CountryPackage, AsnPackage]
        select new FileInfo(PathOf(package, family));

    private string PathOf(string package, string family) => Path.Combine(folder, package, $"{package}-{family}-num.csv");
}
