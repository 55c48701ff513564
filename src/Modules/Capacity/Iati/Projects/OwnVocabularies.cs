namespace Noroshi.Capacity.Iati.Projects;

/// <summary>How codes of our own are told from those of other publishers: vocabulary 99 is everybody's own.</summary>
internal static class OwnVocabularies
{
    /// <summary>The vocabulary of a publisher's own codes.</summary>
    internal const string Own = "99";

    /// <summary>Of the topics CY01 ….</summary>
    internal const string Topics = "urn:noroshi:vocabulary:cyber-topics";

    /// <summary>Of tags that are words.</summary>
    internal const string Words = "urn:noroshi:vocabulary:words";

    /// <summary>What stands before the unit in the description of an indicator, for which the standard has no place.</summary>
    internal const string Unit = "Unit: ";
}
