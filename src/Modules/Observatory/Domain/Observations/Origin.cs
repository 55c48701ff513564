namespace Noroshi.Observatory.Domain;

/// <summary>Source country against the country of the target (or of the sensor where the target's is not known).</summary>
internal enum Origin : byte
{
    Unknown = 0,
    Domestic = 1,
    Foreign = 2,
}
