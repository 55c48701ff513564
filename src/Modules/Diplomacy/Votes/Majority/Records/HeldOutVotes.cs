using Noroshi.Diplomacy.Votes.Domain;
using Noroshi.Diplomacy.Votes.Estimation;

namespace Noroshi.Diplomacy.Votes.Majority;

/// <summary>Keeps back every tenth vote, estimates from the others, and looks how well those kept back are told.</summary>
internal static class HeldOutVotes
{
    /// <summary>Whether a vote (by position) is kept back: by a hash, so that it is the same everywhere.</summary>
    internal static bool IsHeldOut(int vote, uint seed) => (((uint)vote + seed) * 2654435761u >> 8) % 10 == 0;

    /// <summary>The record over all sessions.</summary>
    internal static HeldOutRecord Record(VoteBook book, IdealPointOptions options, ForecastOptions forecast, uint seed, CancellationToken cancel)
    {
        var known = book.Where(vote => !IsHeldOut(vote, seed));
        var points = IdealPointModel.Estimate(known, options, cancel) ?? throw new ArgumentException("Nobody differs in these votes.", nameof(book));
        var last = new Choice?[book.States.Count];
        var onText = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        var (votes, right, byPoint, byMajority, byLast, brier, brierByMajority) = (0, 0, 0, 0, 0, 0.0, 0.0);
        for (var rollCall = 0; rollCall < book.RollCalls.Count; rollCall++)
        {
            cancel.ThrowIfCancellationRequested();
            var others = known.ChoicesOf(rollCall);
            var title = TextTitle.KeyOf(book.RollCalls[rollCall]);
            var earlier = title.Length > 0 && onText.TryGetValue(title, out var found) ? found : [];
            var shares = new Chances((others.Count(Choice.Yes) + 0.5) / (others.Length + 1.5), (others.Count(Choice.Abstain) + 0.5) / (others.Length + 1.5), (others.Count(Choice.No) + 0.5) / (others.Length + 1.5));
            for (var vote = book.Starts[rollCall]; vote < book.Starts[rollCall + 1]; vote++)
            {
                var (state, choice) = (book.Voters[vote], book.Choices[vote]);
                if (!IsHeldOut(vote, seed) || last[state] is not { } before || points.Probabilities(rollCall, state) is not var (yes, abstain, no) || points.ItemOf(rollCall) is not var (slope, lower, upper)) continue;
                var own = earlier.Select(at => (At: at, Choice: known.ChoiceOf(at, state))).Where(at => at.Choice is not null).ToList();
                var chances = new Chances(yes, abstain, no);
                var alone = chances;
                if (own.Count > 0)
                {
                    var session = book.RollCalls[rollCall].Session;
                    var record = own.TakeLast(SimilarVotes.Most).Select(at => (at.Choice!.Value, TextPosition.Of(known, points, at.At), session - book.RollCalls[at.At].Session - 1, points.At(book.RollCalls[at.At].Session, state)?.Value ?? 0));
                    chances = Outlook.ChancesOf(new TextPosition(1, slope, lower, upper), points.At(session, state)!.Value, 0, TopicLeaning.After(record, slope, forecast), forecast);
                }

                votes++;
                if (chances.Likeliest == choice) right++;
                if (alone.Likeliest == choice) byPoint++;
                if (shares.Likeliest == choice) byMajority++;
                if ((own.Count > 0 ? own[^1].Choice!.Value : before) == choice) byLast++;
                brier += Miss(chances, choice);
                brierByMajority += Miss(shares, choice);
            }

            for (var vote = known.Starts[rollCall]; vote < known.Starts[rollCall + 1]; vote++) last[known.Voters[vote]] = known.Choices[vote];
            if (title.Length == 0) continue;
            if (!onText.TryGetValue(title, out var list)) onText.Add(title, list = []);
            list.Add(rollCall);
        }

        double all = Math.Max(1, votes);
        return new HeldOutRecord(votes, right / all, byPoint / all, byMajority / all, byLast / all, brier / all, brierByMajority / all);
    }

    /// <summary>The sum over the choices of (probability − outcome)².</summary>
    internal static double Miss(Chances chances, Choice choice) =>
        Square(chances.Yes - (choice == Choice.Yes ? 1 : 0)) + Square(chances.Abstain - (choice == Choice.Abstain ? 1 : 0)) + Square(chances.No - (choice == Choice.No ? 1 : 0));

    internal static double Square(double number) => number * number;
}
