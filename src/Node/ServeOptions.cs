using Noroshi.Storage;

namespace Noroshi.Node;

/// <summary>What <c>noroshi serve</c> was asked for.</summary>
internal sealed record ServeOptions
{
    internal const string DefaultUrls = "http://127.0.0.1:5080";

    /// <summary>Where the node keeps its things and which rooms it opens.</summary>
    internal required NodeOptions Node { get; init; }

    /// <summary>Addresses to listen on, separated by <c>;</c>.</summary>
    internal string Urls { get; init; } = DefaultUrls;
}
