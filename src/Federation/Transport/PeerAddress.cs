using Noroshi.Storage;

namespace Noroshi.Federation;

/// <summary>Where peers reach this node: what the operator says, else where it listens.</summary>
internal sealed class PeerAddress(NodeOptions options)
{
    private volatile string? _bound;
    private volatile bool _reachable;

    /// <summary>The address that is announced; null when the node listens for no peers, or on every address and nobody said which.</summary>
    internal string? Announced => options.PeerUrl ?? (_reachable ? _bound : null);

    /// <summary>Where the listener really is; null before it listens.</summary>
    internal string? Bound => _bound;

    /// <summary>The address an operator gave for the node, in its one form.</summary>
    /// <exception cref="RefusalException">It is no https address of host and port.</exception>
    internal static string Read(string url) => PeerUrl.TryParse(url, out var address)
        ? address.ToString().TrimEnd('/')
        : throw new RefusalException($"'{url}' is not an address for peers. Give https, host and port, for example https://node.example:5443", RefusalException.Input);

    internal void Listens(string url)
    {
        _bound = url;
        _reachable = !url.Contains("//[::]:", StringComparison.Ordinal) && !url.Contains("//0.0.0.0:", StringComparison.Ordinal);
    }
}
