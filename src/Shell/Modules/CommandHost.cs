using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Noroshi.Storage;

namespace Noroshi.Shell;

/// <summary>What the node lends to a verb: its standard streams and, on demand, a service provider over a data folder.</summary>
/// <param name="Open">Builds the services of the whole house over a data folder (migrated); dispose when done.</param>
/// <param name="ReferenceData">Folder of the reviewed reference data.</param>
public sealed record CommandHost(Func<NodeOptions, Task<ServiceProvider>> Open, string ReferenceData)
{
    private static readonly JsonSerializerOptions _json = new(JsonSerializerDefaults.Web);

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
        var asked = JsonSerializer.SerializeToElement(request, _json);
        if (await Knock(options, verb, asked, cancel).ConfigureAwait(false) is { } answer) return answer.Deserialize<T>(_json)!;
        await using var services = await Open(options).ConfigureAwait(false);
        var modules = services.GetRequiredService<IReadOnlyList<NoroshiModule>>();
        var run = modules.Select(module => module.ControlVerbs.GetValueOrDefault(verb)).FirstOrDefault(each => each is not null)
            ?? throw new InvalidOperationException($"No open module has the verb '{verb}'.");
        var result = await run(services, asked, cancel).ConfigureAwait(false);
        return JsonSerializer.SerializeToElement(result, result.GetType(), _json).Deserialize<T>(_json)!;
    }
}
