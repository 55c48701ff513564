namespace Noroshi.Observatory.Enrichment;

/// <summary>Compiled country and network data: the table (values are <c>country &lt;&lt; 32 | asn</c>), the names, and what it was made of.</summary>
internal sealed record GeoData(RangeTable Table, AsnNames Names, IReadOnlyList<GeoDataSet> Sources)
{
    /// <summary>One value out of a country (as <c>CountryCode.Packed</c>) and a number.</summary>
    public static ulong Value(ushort country, uint asn) => ((ulong)country << 32) | asn;
}
