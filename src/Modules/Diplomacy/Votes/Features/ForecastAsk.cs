using Noroshi.Diplomacy.Votes.Domain;
using Noroshi.Diplomacy.Votes.Majority;
using Noroshi.Diplomacy.Votes.Reading;

namespace Noroshi.Diplomacy.Votes.Features;

/// <summary>A question about a majority, understood: which earlier votes the text resembles, by which rule, and which states' choices are given.</summary>
internal sealed record ForecastAsk(IReadOnlyList<int> Similar, MajorityRule Rule, IReadOnlyDictionary<string, Choice?> Given)
{
    /// <summary>Understands a question as it was written.</summary>
    /// <exception cref="WrongAskException">It cannot be; says which part.</exception>
    internal static ForecastAsk Read(VoteBook book, VoteStates states, string? topic, string? resolutions, string? rule, string? set)
    {
        var named = !string.IsNullOrWhiteSpace(resolutions);
        if (!named && string.IsNullOrWhiteSpace(topic))
            throw new WrongAskException("topic", "Nothing says which earlier votes the text resembles.", "Give words of their titles as topic, or resolutions as 73/27,74/29.");
        var similar = named ? SimilarVotes.ByResolutions(book, resolutions!) : SimilarVotes.ByTopic(book, topic!);
        return new ForecastAsk(similar, RuleOf(rule), Moves(states, set));
    }

    /// <summary>The word for a rule, as it is asked for.</summary>
    internal static string Word(MajorityRule rule) => rule == MajorityRule.Simple ? "simple" : "two-thirds";

    private static MajorityRule RuleOf(string? rule) => rule switch
    {
        null or "" or "simple" => MajorityRule.Simple,
        "two-thirds" => MajorityRule.TwoThirds,
        _ => throw new WrongAskException("rule", $"There is no rule '{rule}'.", "Use simple or two-thirds."),
    };

    /// <summary>Reads moves such as <c>PH=yes,ID=abstain</c>; null stands for absent.</summary>
    private static SortedDictionary<string, Choice?> Moves(VoteStates states, string? set)
    {
        var moves = new SortedDictionary<string, Choice?>(StringComparer.Ordinal);
        foreach (var move in AskedList.Of(set))
        {
            if (move.Split('=') is not [var written, var choice]) throw Wrong(move, "is no move");
            var state = written.Trim().ToUpperInvariant();
            if (!states.IsToday(state)) throw Wrong(move, "names no state of today");
            moves[state] = choice.Trim().ToLowerInvariant() switch
            {
                "yes" => Choice.Yes,
                "no" => Choice.No,
                "abstain" => Choice.Abstain,
                "absent" => null,
                _ => throw Wrong(move, "names no choice"),
            };
        }

        return moves;

        static WrongAskException Wrong(string move, string what) => new("set", $"'{move}' {what}.", "Write moves as PH=yes,ID=abstain; the choices are yes, no, abstain and absent.");
    }
}
