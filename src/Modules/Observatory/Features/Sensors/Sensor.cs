using Noroshi.Kernel;

namespace Noroshi.Observatory.Features;

/// <summary>A place that watches: who owns it, where it stands, and whether it is heard of.</summary>
internal sealed record Sensor
{
    /// <summary>Lower-case name, unique on the node; observations carry it for ever.</summary>
    public string Name { get; init; } = "";

    /// <summary>Id of the organisation that owns what the sensor sees.</summary>
    public string Owner { get; init; } = "";

    /// <summary>Two letters: what "domestic" means where the target's country is not known.</summary>
    public string Country { get; init; } = "";

    /// <summary>One of <see cref="SensorKinds.All"/>.</summary>
    public string Kind { get; init; } = "";

    /// <summary>SHA-256 of the upload token in hexadecimal digits; null when it may not upload.</summary>
    public string? TokenHash { get; init; }

    public DateTimeOffset? TokenCreatedAt { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public string CreatedBy { get; init; } = "";

    /// <summary>When it last delivered something.</summary>
    public DateTimeOffset? LastSeenAt { get; init; }

    /// <summary>Since when it delivers no more; what it saw stays.</summary>
    public DateTimeOffset? RetiredAt { get; init; }

    internal CountryCode Place => CountryCode.TryParse(Country, out var code) ? code : CountryCode.Unknown;

    internal bool IsRetired => RetiredAt is not null;
}
