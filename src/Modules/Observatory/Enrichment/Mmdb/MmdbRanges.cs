using System.Globalization;
using Noroshi.Kernel;

namespace Noroshi.Observatory.Enrichment;

/// <summary>Range data from the operator's own MaxMind DB files; what they do not tell comes from the packaged ranges, where there are any.</summary>
internal sealed class MmdbRanges(string? countryPath, string? asnPath, PackagedRanges? packaged) : IGeoSource
{
    private const long LargestFile = 1L << 30;

    private static readonly string[][] CountryKeys = [["country", "iso_code"], ["country_code"], ["registered_country", "iso_code"]];
    private static readonly string[][] AsnKeys = [["autonomous_system_number"], ["asn"]];
    private static readonly string[][] NameKeys = [["autonomous_system_organization"], ["as_organization"]];

    /// <inheritdoc/>
    public string Key => string.Join(' ', Stamp(countryPath), Stamp(asnPath), countryPath is null || asnPath is null ? packaged?.Key : null);

    /// <inheritdoc/>
    public GeoData Compile()
    {
        var countries = new List<AddressRange>();
        var networks = new List<AddressRange>();
        var names = new Dictionary<uint, string>();
        var sources = new List<GeoDataSet>();
        if (countryPath is not null) Read(countryPath, "country", sources, CountryOf, countries);
        else packaged?.ReadCountries(countries, sources);
        if (asnPath is not null) Read(asnPath, "asn", sources, (ref MmdbDecoder data, int at) => AsnOf(ref data, at, names), networks);
        else packaged?.ReadNetworks(networks, names, sources);

        var joined = Segments.Join(Segments.Flatten(countries), Segments.Flatten(networks), static (country, asn) => (country << 32) | asn);
        return new GeoData(RangeTable.FromSegments(joined), AsnNames.From(names), sources);
    }

    private static void Read(string path, string tells, List<GeoDataSet> sources, RecordReader read, List<AddressRange> into)
    {
        try
        {
            if (new FileInfo(path).Length > LargestFile) throw new EnrichmentFileException($"{path} is larger than 1 GiB; check that it is the right file.");
            var file = MmdbFile.Open(File.ReadAllBytes(path));
            var known = new Dictionary<ulong, ulong>();
            file.Visit(range =>
            {
                if (!known.TryGetValue(range.Value, out var value))
                {
                    var data = file.Data();
                    known.Add(range.Value, value = read(ref data, (int)range.Value));
                }

                if (value != 0) into.Add(range with { Value = value });
            });

            var made = file.BuildEpoch <= 253_402_300_799 ? DateOnly.FromDateTime(DateTimeOffset.FromUnixTimeSeconds((long)file.BuildEpoch).UtcDateTime) : (DateOnly?)null;
            sources.Add(new GeoDataSet(
                file.Type, tells, made?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "undated", made,
                "as agreed by the operator with its maker", string.Empty, Confidence.B));
        }
        catch (Exception problem) when (problem is FormatException or IOException or UnauthorizedAccessException)
        {
            throw new EnrichmentFileException($"{path} is not a usable MaxMind DB file: {problem.Message}. Download it again, or take it away to use the packaged data.", problem);
        }
    }

    private static ulong CountryOf(ref MmdbDecoder data, int at)
    {
        foreach (var path in CountryKeys)
        {
            if (data.TryFind(at, path, out var value) && value.Kind == MmdbKind.Text && CountryCode.TryParse(data.Text(value), out var country)) return country.Packed;
        }

        return 0;
    }

    private static ulong AsnOf(ref MmdbDecoder data, int at, Dictionary<uint, string> names)
    {
        foreach (var path in AsnKeys)
        {
            if (!data.TryFind(at, path, out var value) || value.Kind != MmdbKind.Unsigned) continue;
            var number = data.Number(value);
            if (number > uint.MaxValue) throw new FormatException($"{number} is not an AS number");
            foreach (var name in NameKeys)
            {
                if (data.TryFind(at, name, out var text) && text.Kind == MmdbKind.Text) names.TryAdd((uint)number, data.Text(text));
            }

            return number;
        }

        return 0;
    }

    private static string Stamp(string? path)
    {
        if (path is null) return "-";
        var file = new FileInfo(path);
        if (!file.Exists) throw new EnrichmentFileException($"{path} does not exist; name an existing MaxMind DB file or none.");
        return string.Create(CultureInfo.InvariantCulture, $"{file.Name}:{file.Length}:{file.LastWriteTimeUtc.Ticks}");
    }

    private delegate ulong RecordReader(ref MmdbDecoder data, int at);
}
