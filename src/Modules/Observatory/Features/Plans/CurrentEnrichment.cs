using Noroshi.Kernel;
using Noroshi.Observatory.Enrichment;
using Noroshi.Storage;

namespace Noroshi.Observatory.Features;

/// <summary>The enrichment data of the node as it is now: loaded once, and again when one of its files has changed.</summary>
internal sealed class CurrentEnrichment(NodeOptions options)
{
    private readonly Lock _gate = new();
    private (string Stamp, Enricher Enricher)? _loaded;

    /// <summary>The enricher for a sensor that stands in this country.</summary>
    /// <exception cref="EnrichmentFileException">One of the files is malformed: which, where and what to do.</exception>
    internal Enricher For(CountryCode country) => Load().ForSensorIn(country);

    /// <summary>The enricher of the node's own state.</summary>
    /// <exception cref="EnrichmentFileException">One of the files is malformed: which, where and what to do.</exception>
    internal Enricher Load()
    {
        var files = EnrichmentFiles.In(options.DataDirectory);
        var stamp = Stamp(files);
        lock (_gate)
        {
            if (_loaded is { } loaded && loaded.Stamp == stamp) return loaded.Enricher;
            var enricher = files.Open(CountryCode.TryParse(options.State, out var state) ? state : CountryCode.Unknown);
            _loaded = (stamp, enricher);
            return enricher;
        }
    }

    private static string Stamp(EnrichmentFiles files) => string.Join('|', new[] { files.AddressPlan, files.ResearchScanners, files.Overlay, files.CountryMmdb, files.AsnMmdb }
        .Select(path => path is null ? "-" : FormattableString.Invariant($"{path}@{File.GetLastWriteTimeUtc(path).Ticks}+{new FileInfo(path).Length}")));
}
