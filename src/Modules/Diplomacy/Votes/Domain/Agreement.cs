namespace Noroshi.Diplomacy.Votes.Domain;

/// <summary>How two states voted where both chose, in measures that can be recomputed by hand.</summary>
/// <param name="Share">Mean of 1 − |a − b| / 2, with yes 0, abstain 1, no 2: 1 where they always agreed.</param>
/// <param name="S">The S score of Signorino and Ritter (1999): from −1, always opposed, to 1.</param>
/// <param name="Kappa">Cohen's kappa, unweighted; null where both always chose the same one thing, which leaves nothing to exceed chance by.</param>
/// <param name="Votes">Every vote that counted.</param>
internal sealed record Agreement(double Share, double S, double? Kappa, IReadOnlyList<Agreement.Shared> Votes)
{
    /// <summary>A roll call in which both chose.</summary>
    internal sealed record Shared(RollCall RollCall, Choice One, Choice Other);

    /// <summary>Measures two states (by their positions) over the roll calls that are wanted; null where they share none.</summary>
    internal static Agreement? Between(VoteBook book, int one, int other, Func<RollCall, bool> wanted)
    {
        List<Shared> votes = [];
        for (var rollCall = 0; rollCall < book.RollCalls.Count; rollCall++)
        {
            if (wanted(book.RollCalls[rollCall]) && book.ChoiceOf(rollCall, one) is { } a && book.ChoiceOf(rollCall, other) is { } b) votes.Add(new Shared(book.RollCalls[rollCall], a, b));
        }

        if (votes.Count == 0) return null;
        var distance = votes.Sum(vote => Math.Abs((int)vote.One - (int)vote.Other)) / 2.0 / votes.Count;
        return new Agreement(1 - distance, 1 - 2 * distance, KappaOf(votes), votes);
    }

    private static double? KappaOf(List<Shared> votes)
    {
        double n = votes.Count;
        var same = votes.Count(vote => vote.One == vote.Other) / n;
        var chance = Enum.GetValues<Choice>().Sum(choice => votes.Count(vote => vote.One == choice) / n * (votes.Count(vote => vote.Other == choice) / n));
        return chance >= 1 ? null : (same - chance) / (1 - chance);
    }
}
