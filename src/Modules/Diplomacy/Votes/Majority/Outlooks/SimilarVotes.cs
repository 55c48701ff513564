using Noroshi.Diplomacy.Votes.Domain;

namespace Noroshi.Diplomacy.Votes.Majority;

/// <summary>Earlier votes on whole texts which a planned one resembles.</summary>
internal static class SimilarVotes
{
    /// <summary>Of more than these the newest are taken.</summary>
    internal const int Most = 24;

    /// <summary>Votes whose title holds every word, newest last.</summary>
    /// <exception cref="WrongAskException">There is none.</exception>
    internal static IReadOnlyList<int> ByTopic(VoteBook book, string topic)
    {
        var words = topic.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (words.Length == 0) throw new WrongAskException("topic", "The topic is empty.", "Name words of the titles of earlier texts, for example 'information security', or the texts themselves.");
        return Newest(book, rollCall => words.All(word => rollCall.Title.Contains(word, StringComparison.OrdinalIgnoreCase)))
            is { Count: > 0 } found ? found : throw new WrongAskException("topic", $"No recorded vote on a whole text has a title with the words '{topic}'.", "Use fewer or other words, in English as the titles are, or name the texts.");
    }

    /// <summary>Votes on these resolutions, newest last.</summary>
    /// <exception cref="WrongAskException">On one of them no vote is kept; names it.</exception>
    internal static IReadOnlyList<int> ByResolutions(VoteBook book, string list)
    {
        var wanted = Resolutions.Read(list);
        if (wanted.Count == 0) throw new WrongAskException("resolutions", "The list of resolutions is empty.", "Write them as 73/27,74/29.");
        Resolutions.Check(book, wanted);
        return Newest(book, rollCall => wanted.Contains(rollCall.Resolution));
    }

    /// <summary>Votes of earlier sessions on the text that comes back under this title, newest last; none where it is new.</summary>
    internal static IReadOnlyList<int> ByTitle(VoteBook book, RollCall asked)
    {
        var title = TextTitle.KeyOf(asked);
        return title.Length == 0 ? [] : Newest(book, rollCall => rollCall.Session < asked.Session && TextTitle.KeyOf(rollCall) == title);
    }

    private static List<int> Newest(VoteBook book, Func<RollCall, bool> wanted) =>
        [.. Enumerable.Range(0, book.RollCalls.Count).Where(at => book.RollCalls[at].IsWhole && !book.VotersOf(at).IsEmpty && wanted(book.RollCalls[at])).TakeLast(Most)];
}
