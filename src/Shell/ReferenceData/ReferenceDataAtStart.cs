using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Noroshi.Shell.ReferenceData;

/// <summary>Reads the reference data before the first page is served: a wrong file is told to the operator at start, not to a reader later.</summary>
internal sealed class ReferenceDataAtStart(IServiceProvider services) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        services.GetRequiredService<StateRegister>();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
