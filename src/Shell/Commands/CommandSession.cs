using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Noroshi.Storage;

namespace Noroshi.Shell;

/// <summary>Asks a node several times; where none serves the folder, its services are opened once and closed at the end.</summary>
/// <param name="host">What the node lends to the verb.</param>
/// <param name="options">Which folder.</param>
public sealed class CommandSession(CommandHost host, NodeOptions options) : IAsyncDisposable
{
    private static readonly JsonSerializerOptions _json = new(JsonSerializerDefaults.Web);
    private ServiceProvider? _services;

    /// <summary>Runs a verb where the data are.</summary>
    /// <exception cref="RefusalException">The verb refused; the message is for the caller.</exception>
    public async Task<T> AskAsync<T>(string verb, object request, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(host);
        var asked = JsonSerializer.SerializeToElement(request, _json);
        if (_services is null && await host.Knock(options, verb, asked, cancel).ConfigureAwait(false) is { } answer) return answer.Deserialize<T>(_json)!;
        _services ??= await host.Open(options).ConfigureAwait(false);
        var run = _services.GetRequiredService<IReadOnlyList<NoroshiModule>>().Select(module => module.ControlVerbs.GetValueOrDefault(verb)).FirstOrDefault(each => each is not null)
            ?? throw new InvalidOperationException($"No open module has the verb '{verb}'.");
        var result = await run(_services, asked, cancel).ConfigureAwait(false);
        return JsonSerializer.SerializeToElement(result, result.GetType(), _json).Deserialize<T>(_json)!;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _services?.DisposeAsync() ?? ValueTask.CompletedTask;
}
