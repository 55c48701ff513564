namespace Noroshi.Observatory.Core;

/// <summary>What a summary can be grouped by; the command line writes these in lower case.</summary>
internal enum GroupField
{
    Country,
    Asn,
    Source,
    Source24,
    Proto,
    Port,
    Fingerprint,
    Sector,
    Class,
}
