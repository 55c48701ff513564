namespace Noroshi.Law.Domain;

/// <summary>Whether a line of an answer speaks.</summary>
internal enum LineStatus
{
    /// <summary>It does not; the line says why.</summary>
    Excluded,

    /// <summary>It may: something it depends on is not known or not for this program to judge.</summary>
    Possible,
    Applies,
}
