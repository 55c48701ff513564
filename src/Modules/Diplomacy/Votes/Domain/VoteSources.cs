namespace Noroshi.Diplomacy.Votes.Domain;

/// <summary>Whose files the votes come from, in the words their publishers use.</summary>
internal static class VoteSources
{
    /// <summary>All that there are, for example <c>unvotes; UN Digital Library</c>; empty where nothing is kept.</summary>
    internal static string Of(VoteBook book) => string.Join("; ", book.RollCalls.Select(rollCall => rollCall.Layout).Distinct().Order().Select(Of));

    /// <summary>Of one layout.</summary>
    internal static string Of(VoteLayout layout) => layout == VoteLayout.Unvotes ? "unvotes" : "UN Digital Library";
}
