using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Noroshi.Law.Domain;

namespace Noroshi.Law.Reading;

/// <summary>Reads the tables before the first page is served: a wrong rule is told to the operator at start, not to a reader later.</summary>
internal sealed class LawBookAtStart(IServiceProvider services) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        services.GetRequiredService<LawBook>();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
