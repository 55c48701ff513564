using System.Globalization;

namespace Noroshi.Diplomacy.Votes.Domain;

/// <summary>One recorded vote of the General Assembly.</summary>
/// <param name="Layout">Whose numbering <paramref name="Id"/> follows.</param>
/// <param name="Id">Number in the source, for example <c>6073</c>.</param>
/// <param name="Session">Regular session, from 1.</param>
/// <param name="Date">Day of the vote.</param>
/// <param name="Resolution">As <c>73/27</c>; empty where the source gives none.</param>
/// <param name="Title">As the source words it; empty where it gives none.</param>
/// <param name="IsWhole">False for a vote on an amendment or on a part of a text.</param>
internal sealed record RollCall(VoteLayout Layout, string Id, int Session, DateOnly Date, string Resolution, string Title, bool IsWhole)
{
    /// <summary>How the roll call is named in addresses, whoever numbered it.</summary>
    internal string Key => Layout == VoteLayout.Unvotes ? Id : "undl-" + Id;

    /// <summary><see cref="Date"/> as <c>2018-12-05</c>.</summary>
    internal string Day => Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The number of a resolution in its one form: <c>73/27</c> for <c>R/73/27</c>, <c>A/RES/73/27</c> and <c>a/res/73/27</c>.</summary>
    internal static string Normalise(string written)
    {
        var text = written.Trim().ToUpperInvariant();
        foreach (var prefix in (ReadOnlySpan<string>)["A/RES/", "RES/", "R/", "A/"])
        {
            if (text.StartsWith(prefix, StringComparison.Ordinal)) return text[prefix.Length..];
        }

        return text == "NA" ? "" : text;
    }
}
