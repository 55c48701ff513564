using System.Text.Json;

namespace Noroshi.Shell;

/// <summary>
/// What a verb of the command line does inside the node: in the serving process when the node runs, else over services opened for it.
/// </summary>
/// <param name="services">Services of the node.</param>
/// <param name="request">The verb's arguments, as a JSON object.</param>
/// <param name="cancel">Stops the work.</param>
/// <returns>What is answered; written as JSON with web defaults.</returns>
/// <exception cref="Noroshi.Storage.RefusalException">Said to the caller, with its exit code.</exception>
public delegate Task<object> ControlVerb(IServiceProvider services, JsonElement request, CancellationToken cancel);
