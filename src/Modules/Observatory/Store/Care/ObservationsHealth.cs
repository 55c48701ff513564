using System.Globalization;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Noroshi.Observatory.Store;

/// <summary>Do the observations answer?</summary>
internal sealed class ObservationsHealth(IServiceProvider services) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            // Asked for here, not at construction: a store that cannot be opened is an answer, not a failure to ask.
            var store = (IObservationStore)services.GetService(typeof(IObservationStore))!;
            var extent = await store.ExtentAsync(null, cancellationToken);
            return HealthCheckResult.Healthy(extent is { } held
                ? string.Create(CultureInfo.InvariantCulture, $"Observations from {held.First:u} to {held.Last:u}.")
                : "The store opens; nothing has been imported yet.");
        }
        catch (IOException error)
        {
            return HealthCheckResult.Unhealthy(error.Message, error);
        }
    }
}
