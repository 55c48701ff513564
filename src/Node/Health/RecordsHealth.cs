using Microsoft.Extensions.Diagnostics.HealthChecks;
using Noroshi.Storage;

namespace Noroshi.Node.Health;

/// <summary>Are the records reachable?</summary>
internal sealed class RecordsHealth(RecordStore records) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await records.FirstAsync<int>("SELECT COUNT(*) FROM schema_migration", null, cancellationToken);
            return HealthCheckResult.Healthy(records.Place);
        }
        catch (Exception error) when (error is RecordStoreException or System.Data.Common.DbException)
        {
            return HealthCheckResult.Unhealthy(error.Message, error);
        }
    }
}
