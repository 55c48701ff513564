namespace Noroshi.Observatory.Enrichment;

/// <summary>
/// Addresses that belong to no network of the internet: private, link-local, documentation, loopback, multicast (IANA's special-purpose registries,
/// RFC 6890). Registries publish them under the country of whoever wrote them down, which says nothing about a source.
/// </summary>
internal static class SpecialPurpose
{
    private static readonly AddressRange[] _ranges =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.168.0.0/16",
            "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
            "100::/64", "2001:2::/48", "2001:db8::/32", "3fff::/20", "fc00::/7", "fe80::/10", "ff00::/8",
        }.Select(Range),
    ];

    /// <summary>The rows without those that speak of these addresses, and these addresses as a range of which nothing is known.</summary>
    internal static IEnumerable<AddressRange> TakenOutOf(IEnumerable<AddressRange> rows) =>
        rows.Where(row => !Array.Exists(_ranges, range => row.First >= range.First && row.Last <= range.Last)).Concat(_ranges);

    private static AddressRange Range(string text) => Prefix.TryParse(text, out var prefix, out var problem)
        ? new AddressRange(AddressValue.Of(prefix.First), AddressValue.Of(prefix.Last), 0)
        : throw new InvalidOperationException(problem);
}
