namespace Noroshi.Law.Domain;

/// <summary>How much of something is recorded. What is not recorded is never read as "there is none".</summary>
internal enum Extent
{
    None,
    Partial,
    Full,
}
