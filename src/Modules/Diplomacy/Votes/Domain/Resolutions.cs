namespace Noroshi.Diplomacy.Votes.Domain;

/// <summary>Lists of resolutions as people write them.</summary>
internal static class Resolutions
{
    /// <summary>The resolutions of a list such as <c>73/27, A/RES/74/29</c>, in their one form.</summary>
    internal static HashSet<string> Read(string list) =>
        AskedList.Of(list).Select(RollCall.Normalise).Where(resolution => resolution.Length > 0).ToHashSet(StringComparer.Ordinal);

    /// <summary>Looks whether a vote on each as a whole is kept.</summary>
    /// <exception cref="WrongAskException">On some none is; names them.</exception>
    internal static void Check(VoteBook book, IReadOnlySet<string> wanted)
    {
        List<string> missing = [.. wanted.Except(book.RollCalls.Where(rollCall => rollCall.IsWhole).Select(rollCall => rollCall.Resolution)).Order(StringComparer.Ordinal)];
        if (missing.Count > 0) throw new WrongAskException("resolutions", $"No recorded vote is kept on {string.Join(", ", missing)}.", "A text adopted without a vote has none; write resolutions as 73/27.");
    }
}
