using System.Net;
using System.Security.Cryptography;
using System.Text;
using Noroshi.Storage;

namespace Noroshi.Exchange.Taxii;

/// <summary>A collection on a server of others.</summary>
/// <param name="Root">Address of the API root or of discovery, with a slash at the end.</param>
/// <param name="Collection">Identifier of the collection there.</param>
internal sealed record TaxiiAddress(Uri Root, string Collection)
{
    /// <summary>Reads an address as people type it.</summary>
    /// <exception cref="RefusalException">It is none, or would send secrets without TLS.</exception>
    public static TaxiiAddress Read(string url, string collection)
    {
        if (!Uri.TryCreate(url.TrimEnd('/') + "/", UriKind.Absolute, out var root) || root.Scheme is not ("http" or "https") || root.UserInfo.Length > 0 || root.Query.Length > 0 || root.Fragment.Length > 0)
            throw new RefusalException($"'{Cut(url)}' is no address of a TAXII server. Write it like https://taxii.example.org/taxii2/main/, without name and secret.", RefusalException.Input);
        if (root.Scheme == "http" && !(root.IsLoopback || (IPAddress.TryParse(root.Host, out var address) && IPAddress.IsLoopback(address))))
            throw new RefusalException($"'{Cut(url)}' goes without TLS, so that others could read the secret. Use https.", RefusalException.Input);
        return collection.Length is > 0 and <= 200 && collection.All(one => char.IsAsciiLetterOrDigit(one) || one is '-' or '_' or '.')
            ? new TaxiiAddress(root, collection)
            : throw new RefusalException($"'{Cut(collection)}' is no identifier of a collection. The server lists them at …/collections/.", RefusalException.Input);
    }

    /// <summary>Names this address in the store, always the same.</summary>
    public string Key(string purpose) => new Guid(SHA256.HashData(Encoding.UTF8.GetBytes($"{purpose}\n{Root.AbsoluteUri}\n{Collection}")).AsSpan(0, 16)).ToString("D");

    private static string Cut(string text) => text.Length <= 100 ? text : text[..100] + "…";
}
