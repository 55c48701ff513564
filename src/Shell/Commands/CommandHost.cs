using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Noroshi.Storage;

namespace Noroshi.Shell;

/// <summary>What the node lends to a verb: its standard streams and, on demand, a service provider over a data folder.</summary>
/// <param name="Open">Builds the services of the whole house over a data folder (migrated); dispose when done.</param>
/// <param name="ReferenceData">Folder of the reviewed reference data.</param>
public sealed record CommandHost(Func<NodeOptions, Task<ServiceProvider>> Open, string ReferenceData)
{
    /// <summary>Where results go.</summary>
    public TextWriter Out { get; init; } = Console.Out;

    /// <summary>Where progress and errors go.</summary>
    public TextWriter Error { get; init; } = Console.Error;

    /// <summary>Knocks at a serving node's private door.</summary>
    public ControlKnock Knock { get; init; } = (_, _, _, _) => Task.FromResult<JsonElement?>(null);

    /// <summary>Runs a verb where the data are: in the node that serves the folder, else here over its services.</summary>
    /// <exception cref="RefusalException">The verb refused; the message is for the caller.</exception>
    public async Task<T> AskAsync<T>(NodeOptions options, string verb, object request, CancellationToken cancel)
    {
        await using var session = new CommandSession(this, options);
        return await session.AskAsync<T>(verb, request, cancel).ConfigureAwait(false);
    }
}
