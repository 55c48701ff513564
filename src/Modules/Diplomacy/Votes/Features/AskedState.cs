using Noroshi.Diplomacy.Votes.Domain;
using Noroshi.Diplomacy.Votes.Reading;

namespace Noroshi.Diplomacy.Votes.Features;

/// <summary>Which state somebody means by a code.</summary>
internal static class AskedState
{
    /// <summary>Where a state's votes stand in the book.</summary>
    /// <exception cref="WrongAskException">There is no such state, or no vote of it; names what it may be asked as.</exception>
    internal static int In(VoteBook book, VoteStates states, string asked)
    {
        var code = asked.Trim().ToUpperInvariant();
        if (book.IndexOf(code) is var position and >= 0) return position;
        if (!states.Knows(code)) throw new WrongAskException("state", $"There is no state with the code '{asked}'.", "Use two letters (ISO 3166-1 alpha-2), for example JP.");
        if (states.FormerOf(code) is { } former && former.VotesUnder != code)
            throw new WrongAskException("state", $"{former.Gone}; its votes are kept under {former.VotesUnder}.", $"Ask for {former.VotesUnder}, with the years in which it was there.");
        List<string> before = [.. states.Before(code).Select(state => $"{states.NameOf(state.Code)}: ask for {state.VotesUnder}")];
        throw new WrongAskException("state", $"No vote of {states.NameOf(code)} is kept.", before.Count > 0 ? $"Before it there was {string.Join("; ", before)}." : "Import files that hold some.");
    }
}
