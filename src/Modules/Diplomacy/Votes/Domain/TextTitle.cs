using System.Text;

namespace Noroshi.Diplomacy.Votes.Domain;

/// <summary>By which title a text is known when it comes back in a later session.</summary>
internal static class TextTitle
{
    // A title this short names a subject, not a text.
    private const int Shortest = 24;

    /// <summary>The letters of the title, without what is said of the document; empty for a vote on a part, or where the title does not tell a text.</summary>
    internal static string KeyOf(RollCall rollCall)
    {
        if (!rollCall.IsWhole) return "";
        var end = rollCall.Title.IndexOf(": resolution", StringComparison.OrdinalIgnoreCase);
        var key = new StringBuilder();
        foreach (var letter in (end < 0 ? rollCall.Title : rollCall.Title[..end]).AsSpan())
        {
            if (char.IsLetter(letter)) key.Append(char.ToUpperInvariant(letter));
        }

        return key.Length < Shortest ? "" : key.ToString();
    }
}
