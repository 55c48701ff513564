using Microsoft.Extensions.Diagnostics.HealthChecks;
using Noroshi.Storage;

namespace Noroshi.Node.Health;

/// <summary>Can the data folder still be written, and is there room?</summary>
internal sealed class FolderHealth(NodeOptions options) : IHealthCheck
{
    private const long Little = 1L << 30;
    private const long TooLittle = 64L << 20;

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            var probe = Path.Combine(options.DataDirectory, $".probe-{Guid.NewGuid():N}");
            await File.WriteAllBytesAsync(probe, "probe"u8.ToArray(), cancellationToken);
            File.Delete(probe);
            var free = new DriveInfo(options.DataDirectory).AvailableFreeSpace;
            var said = $"{free >> 20} MiB free";
            return free < TooLittle ? HealthCheckResult.Unhealthy(said) : free < Little ? HealthCheckResult.Degraded(said) : HealthCheckResult.Healthy(said);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return HealthCheckResult.Unhealthy(error.Message, error);
        }
    }
}
