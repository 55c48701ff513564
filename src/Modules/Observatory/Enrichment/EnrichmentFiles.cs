using Noroshi.Kernel;

namespace Noroshi.Observatory.Enrichment;

/// <summary>Which files enrichment is read from. Files that are named but missing are errors; unnamed ones are optional.</summary>
internal sealed record EnrichmentFiles
{
    /// <summary>Own address plan, CSV.</summary>
    public string? AddressPlan { get; init; }

    /// <summary>Named list of research scanners, CSV.</summary>
    public string? ResearchScanners { get; init; }

    /// <summary>Exercise overlay over reserved ranges, CSV.</summary>
    public string? Overlay { get; init; }

    /// <summary>Country data in MaxMind DB format, instead of the packaged ranges.</summary>
    public string? CountryMmdb { get; init; }

    /// <summary>Network (ASN) data in MaxMind DB format, instead of the packaged ranges.</summary>
    public string? AsnMmdb { get; init; }

    /// <summary>
    /// What lies in a data folder: <c>address-plan.csv</c>, <c>research-scanners.csv</c>, <c>exercise-overlay.csv</c>,
    /// <c>geo/country.mmdb</c>, <c>geo/asn.mmdb</c>; each optional. Null: only what comes with the program.
    /// </summary>
    public static EnrichmentFiles In(string? dataDirectory)
    {
        if (dataDirectory is null) return new EnrichmentFiles();
        string? Existing(string name) => Path.Combine(dataDirectory, name) is var path && File.Exists(path) ? path : null;
        return new EnrichmentFiles
        {
            AddressPlan = Existing("address-plan.csv"),
            ResearchScanners = Existing("research-scanners.csv"),
            Overlay = Existing("exercise-overlay.csv"),
            CountryMmdb = Existing(Path.Combine("geo", "country.mmdb")),
            AsnMmdb = Existing(Path.Combine("geo", "asn.mmdb")),
        };
    }

    /// <summary>Reads everything and makes the enricher of a sensor in this country.</summary>
    /// <exception cref="EnrichmentFileException">A file is malformed: which, where, and what to do.</exception>
    public Enricher Open(CountryCode sensorCountry) => new(
        Geography.Load(this),
        AddressPlan is null ? Enrichment.AddressPlan.Empty : Enrichment.AddressPlan.Load(AddressPlan),
        ResearchScanners is null ? Enrichment.ResearchScanners.None : Enrichment.ResearchScanners.Load(ResearchScanners),
        sensorCountry);
}
