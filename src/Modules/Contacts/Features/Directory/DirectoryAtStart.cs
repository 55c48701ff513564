using Microsoft.Extensions.Hosting;

namespace Noroshi.Contacts.Features;

/// <summary>Reads the directory when the node starts, so that the palette, which cannot wait, knows it from the first visit on.</summary>
internal sealed class DirectoryAtStart(ContactDirectory directory) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => directory.CurrentAsync(cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
