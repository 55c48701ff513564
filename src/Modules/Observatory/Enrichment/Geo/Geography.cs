using Noroshi.Kernel;

namespace Noroshi.Observatory.Enrichment;

/// <summary>Country and autonomous system of any address, from range data compiled once. Immutable and thread-safe.</summary>
internal sealed class Geography
{
    private readonly RangeTable table;
    private readonly AsnNames names;
    private readonly Overlay? overlay;

    private Geography(GeoData? data, Overlay? overlay)
    {
        this.overlay = overlay;
        table = data?.Table ?? RangeTable.Empty;
        names = data?.Names ?? AsnNames.Empty;
        var parts = (data?.Sources ?? []).Select(set => $"{set.Name} {set.Version}").ToList();
        if (overlay is not null) parts.Add($"EXERCISE overlay {overlay.Version}");
        Info = new GeographyInfo(parts.Count == 0 ? "none" : string.Join("; ", parts), data?.Sources ?? [], overlay is not null);
    }

    /// <summary>No data: every country and network is unknown, and <see cref="GeographyInfo.HasData"/> says so.</summary>
    public static Geography None { get; } = new(null, null);

    /// <summary>What the data is: version, date, licence, attribution.</summary>
    public GeographyInfo Info { get; }

    /// <summary>Opens the data named by the files, else what came with the program, else nothing; and lays the overlay over it.</summary>
    /// <exception cref="EnrichmentFileException">A named file is malformed.</exception>
    public static Geography Load(EnrichmentFiles files) => Load(files, AppContext.BaseDirectory, CompiledGeo.UserCache());

    /// <summary>As <see cref="Load(EnrichmentFiles)"/>; packaged data is looked for from <paramref name="start"/> upwards, its compiled form there or in <paramref name="cache"/>.</summary>
    public static Geography Load(EnrichmentFiles files, string start, string cache)
    {
        var overlay = files.Overlay is null ? null : Overlay.Load(files.Overlay);
        var data = files.CountryMmdb is not null || files.AsnMmdb is not null
            ? CompiledGeo.Open(new MmdbRanges(files.CountryMmdb, files.AsnMmdb, PackagedRanges.FindFrom(start)), Path.GetDirectoryName(files.CountryMmdb ?? files.AsnMmdb)!)
            : CompiledGeo.OpenPackaged(start, cache);
        return data is null && overlay is null ? None : new Geography(data, overlay);
    }

    /// <summary>Geography of compiled data alone.</summary>
    public static Geography Of(GeoData data, Overlay? overlay = null) => new(data, overlay);

    /// <summary>Country and network of an address; allocates nothing.</summary>
    public Place Find(NetworkAddress address)
    {
        // Reserved ranges belong to nobody, whatever published data says of them; only an exercise gives them away.
        if (ReservedRanges.Contains(address)) return overlay?.Find(address) ?? default;
        var value = table.Find(address);
        return new Place(CountryCode.FromPacked((ushort)(value >> 32)), (uint)value);
    }

    /// <summary>Name of an autonomous system, or null.</summary>
    public string? NameOf(uint asn) => overlay?.NameOf(asn) ?? names.Find(asn);
}
