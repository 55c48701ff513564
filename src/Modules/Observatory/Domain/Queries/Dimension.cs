namespace Noroshi.Observatory.Domain;

/// <summary>What a table of the top is grouped by.</summary>
internal enum Dimension
{
    Country,
    Network,
    Port,
    Source,
    Sector,
    TargetOrganisation,
    Class,
    Fingerprint,
    Sensor,
    Tag,
}
