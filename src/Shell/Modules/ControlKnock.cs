using System.Text.Json;
using Noroshi.Storage;

namespace Noroshi.Shell;

/// <summary>Asks the node that serves a data folder to run a verb.</summary>
/// <param name="options">Which folder.</param>
/// <param name="verb">Name of the verb, see <see cref="NoroshiModule.ControlVerbs"/>.</param>
/// <param name="request">The verb's arguments.</param>
/// <param name="cancel">Stops waiting.</param>
/// <returns>The answer; <c>null</c> when no node serves the folder.</returns>
public delegate Task<JsonElement?> ControlKnock(NodeOptions options, string verb, JsonElement request, CancellationToken cancel);
