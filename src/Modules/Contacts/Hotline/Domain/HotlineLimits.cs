namespace Noroshi.Contacts.Hotline;

/// <summary>How much fits into one message, on both sides of the line.</summary>
internal static class HotlineLimits
{
    internal const int LongestText = 8000;
    internal const int LongestSubject = 200;
    internal const int LongestName = 200;
    internal const int LongestFileName = 120;
    internal const int MostFiles = 5;

    /// <summary>Of all files of a message together, in bytes.</summary>
    internal const int MostFileBytes = 1 << 20;
}
