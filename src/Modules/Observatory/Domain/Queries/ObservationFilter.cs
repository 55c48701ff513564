using Noroshi.Kernel;

namespace Noroshi.Observatory.Domain;

/// <summary>What a view looks at. Every page, export and permalink is one of these; unset means "all".</summary>
internal sealed record ObservationFilter
{
    /// <summary>Inclusive, UTC.</summary>
    public required DateTimeOffset From { get; init; }

    /// <summary>Exclusive, UTC.</summary>
    public required DateTimeOffset To { get; init; }

    /// <summary>Exactly one unit: units are never added together.</summary>
    public CountingUnit Unit { get; init; }

    /// <summary>Research scanners are left out unless asked for.</summary>
    public bool IncludeResearch { get; init; }

    public CountryCode? SourceCountry { get; init; }

    public uint? Asn { get; init; }

    public PortKey? Port { get; init; }

    public NetworkAddress? Source { get; init; }

    public TrafficClass? Class { get; init; }

    public Fingerprint? Fingerprint { get; init; }

    public Origin? Origin { get; init; }

    public TargetKind? TargetKind { get; init; }

    public ushort? Sector { get; init; }

    public ushort? TargetOrganisation { get; init; }

    /// <summary>Sensors the viewer may see and asked for; null is all.</summary>
    public IReadOnlyList<string>? Sensors { get; init; }
}
