namespace Noroshi.Observatory.Enrichment;

/// <summary>Range data as published, before compilation: packaged CSV files or MaxMind DB files.</summary>
internal interface IGeoSource
{
    /// <summary>Changes whenever the data does; a compiled file with another key is compiled anew.</summary>
    string Key { get; }

    /// <summary>Reads and compiles everything.</summary>
    /// <exception cref="EnrichmentFileException">The data is malformed.</exception>
    GeoData Compile();
}
