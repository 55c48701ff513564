using Noroshi.Diplomacy.Votes.Features;

namespace Noroshi.Diplomacy.Votes.Serving;

/// <summary>Lists of states as people write them.</summary>
internal static class AskedStates
{
    /// <summary>The codes of a list such as <c>JP, us</c>, in its order.</summary>
    /// <exception cref="WrongAskException">One of them has no vote; names it.</exception>
    internal static IReadOnlyList<string> Read(VoteQuestions questions, string? list)
    {
        var book = questions.Kept.Book;
        return [.. AskedList.Of(list).Select(code => book.States[AskedState.In(book, questions.States, code)]).Distinct(StringComparer.Ordinal)];
    }
}
