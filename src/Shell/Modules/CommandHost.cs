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
}
