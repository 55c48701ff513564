using Microsoft.Extensions.Diagnostics.HealthChecks;
using Noroshi.Observatory.Features;

namespace Noroshi.Observatory.Enrichment;

/// <summary>Is there country and network data, and which? Without it the node works, but every source is unknown.</summary>
internal sealed class GeographyHealth(CurrentEnrichment enrichment) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            var version = enrichment.Load().GeoVersion;
            return Task.FromResult(version == "none"
                ? HealthCheckResult.Degraded(
                    "There is no country and network data: every source shows as unknown. Put country.mmdb and asn.mmdb into geo/ of the data folder, or run ./noroshi once, which restores the packaged data.")
                : HealthCheckResult.Healthy($"Country and network data: {version}"));
        }
        catch (EnrichmentFileException error)
        {
            return Task.FromResult(HealthCheckResult.Unhealthy(error.Message, error));
        }
    }
}
