using Noroshi.Observatory.Domain;

namespace Noroshi.Observatory.Store.DuckDb;

/// <summary>What a question needs beyond the facets that every table has (time, sensor, unit, class, fingerprint, origin, target kind, research).</summary>
[Flags]
internal enum Needs
{
    Nothing = 0,
    Network = 1,
    Port = 2,
    Sector = 4,
    Organisation = 8,
    Source = 16,
    Tag = 32,
}

/// <summary>A table that can answer questions: its resolutions (minutes, widest first) and what it can be asked about.</summary>
internal sealed record StoreTable(string Name, int[] Widths, Needs Has)
{
    /// <summary>The rows themselves; they answer everything.</summary>
    internal static readonly StoreTable Detail = new("detail", [], Needs.Network | Needs.Port | Needs.Sector | Needs.Organisation | Needs.Source | Needs.Tag);

    /// <summary>Exact, whole days.</summary>
    internal static readonly StoreTable DaySource = new("day_source", [1440], Needs.Network | Needs.Source);

    /// <summary>Narrowest first.</summary>
    internal static readonly IReadOnlyList<StoreTable> Rollups =
    [
        new("overview", [1440, 60, 5, 1], Needs.Nothing),
        new("target", [1440, 60], Needs.Sector | Needs.Organisation),
        new("network", [1440, 60], Needs.Network),
        new("port", [1440, 60], Needs.Port),
    ];

    /// <summary>Sums alone, of more than one thing; fewest rows first.</summary>
    private static readonly IReadOnlyList<StoreTable> Sums =
    [
        .. Rollups,
        new("sector_network", [1440], Needs.Network | Needs.Sector),
        new("port_network", [1440], Needs.Network | Needs.Port),
    ];

    /// <summary>Who was seen on which days; shortest first.</summary>
    internal static readonly IReadOnlyList<StoreTable> Hosts =
    [
        new("host", [1440], Needs.Network),
        new("host_sector", [1440], Needs.Network | Needs.Sector),
        new("host_port", [1440], Needs.Network | Needs.Port),
    ];

    /// <summary>Tables that can answer for sums; some come with the lists of hosts.</summary>
    internal static IReadOnlyList<StoreTable> SumsFor(Reading reading) => reading.LacksHosts ? Rollups : Sums;

    internal bool Answers(Needs needs) => (needs & ~Has) == 0;

    internal static Needs Of(ObservationFilter filter) =>
        (filter.SourceCountry is null && filter.Asn is null ? Needs.Nothing : Needs.Network)
        | (filter.Port is null ? Needs.Nothing : Needs.Port)
        | (filter.Sector is null ? Needs.Nothing : Needs.Sector)
        | (filter.TargetOrganisation is null ? Needs.Nothing : Needs.Organisation)
        | (filter.Source is null ? Needs.Nothing : Needs.Source);

    internal static Needs Of(Dimension by) => by switch
    {
        Dimension.Country or Dimension.Network => Needs.Network,
        Dimension.Port => Needs.Port,
        Dimension.Sector => Needs.Sector,
        Dimension.TargetOrganisation => Needs.Organisation,
        Dimension.Source => Needs.Source,
        Dimension.Tag => Needs.Tag,
        _ => Needs.Nothing,
    };
}
