using Noroshi.Diplomacy.Votes.Domain;
using Noroshi.Diplomacy.Votes.Estimation;

namespace Noroshi.Diplomacy.Votes.Majority;

/// <summary>Makes the forecasts that could have been made before past votes, and looks what became of them.</summary>
internal static class PastForecasts
{
    /// <summary>How many of the newest sessions are forecast.</summary>
    internal const int Sessions = 6;

    private const int Tenths = 10;

    /// <summary>The record over the newest sessions; null where no text came back.</summary>
    internal static ForecastRecord? Record(VoteBook book, IdealPointOptions options, ForecastOptions forecast, int sessions, CancellationToken cancel)
    {
        if (book.RollCalls.Count == 0) return null;
        var last = book.RollCalls[^1].Session;
        var sum = new Sums();
        for (var session = Math.Max(2, last - sessions + 1); session <= last; session++)
        {
            cancel.ThrowIfCancellationRequested();
            var known = book.Before(session);
            if (known.Choices.Length == 0 || IdealPointModel.Estimate(known, options, cancel) is not { } points) continue;
            var habits = LastChoices(known);
            var outlooks = Enumerable.Range(0, book.RollCalls.Count).Where(at => book.RollCalls[at].Session == session).AsParallel().AsOrdered().WithDegreeOfParallelism(options.Threads)
                .Select(at => (RollCall: at, Similar: SimilarVotes.ByTitle(known, book.RollCalls[at]))).Where(text => text.Similar.Count > 0)
                .Select(text => (text.RollCall, Outlook: Outlook.Of(known, points, text.Similar, Voters(book, text.RollCall), session, forecast))).ToList();
            foreach (var (rollCall, outlook) in outlooks) sum.Add(book, rollCall, outlook, habits, known);
        }

        return sum.Texts == 0 ? null : sum.Record(Math.Max(2, last - sessions + 1), last);
    }

    private static string[] Voters(VoteBook book, int rollCall)
    {
        var voters = book.VotersOf(rollCall);
        var codes = new string[voters.Length];
        for (var at = 0; at < codes.Length; at++) codes[at] = book.States[voters[at]];
        return codes;
    }

    private static Choice?[] LastChoices(VoteBook book)
    {
        var last = new Choice?[book.States.Count];
        for (var vote = 0; vote < book.Voters.Length; vote++) last[book.Voters[vote]] = book.Choices[vote];
        return last;
    }

    private sealed class Sums
    {
        private readonly (int Votes, double Said, int Came)[] _tenths = new (int, double, int)[Tenths];
        private int _votes, _right, _majority, _last, _passed, _within;
        private double _brier, _brierByLast, _passBrier;

        internal int Texts { get; private set; }

        internal void Add(VoteBook book, int rollCall, Outlook outlook, Choice?[] habits, VoteBook known)
        {
            if (outlook.Known.Count == 0) return;
            Texts++;
            var most = Enum.GetValues<Choice>().MaxBy(choice => known.CountOf(outlook.Similar[^1], choice));
            var (yes, no, all) = (0, 0, 0);
            foreach (var state in outlook.Known)
            {
                var position = book.IndexOf(state.State);
                var choice = book.ChoiceOf(rollCall, position)!.Value;
                var habit = state.Last?.Choice ?? habits[position] ?? most;
                all++;
                if (choice == Choice.Yes) yes++;
                if (choice == Choice.No) no++;
                if (state.Chances.Likeliest == choice) _right++;
                if (most == choice) _majority++;
                if (habit == choice) _last++;
                _brier += HeldOutVotes.Miss(state.Chances, choice);
                _brierByLast += habit == choice ? 0 : 2;
                var tenth = Math.Min(Tenths - 1, (int)(state.Chances.Yes * Tenths));
                _tenths[tenth] = (_tenths[tenth].Votes + 1, _tenths[tenth].Said + state.Chances.Yes, _tenths[tenth].Came + (choice == Choice.Yes ? 1 : 0));
            }

            _votes += all;
            var passes = 0.0;
            var counts = new double[all + 1];
            for (var at = 0; at < outlook.Positions.Count; at++)
            {
                var votes = outlook.Known.Select(state => state.ByPosition[at]).ToArray();
                passes += outlook.Positions[at].Weight * Tally.Passing(votes, MajorityRule.Simple);
                var of = Tally.Count(votes.Select(vote => vote.Yes));
                for (var number = 0; number <= all; number++) counts[number] += outlook.Positions[at].Weight * of[number];
            }

            var range = CountRange.Of(counts);
            if (yes >= range.Low && yes <= range.High) _within++;
            if (passes >= 0.5 == yes > no) _passed++;
            _passBrier += HeldOutVotes.Square(passes - (yes > no ? 1 : 0));
        }

        internal ForecastRecord Record(int from, int to)
        {
            double votes = _votes, texts = Texts;
            return new ForecastRecord(from, to, Texts, _votes, _right / votes, _majority / votes, _last / votes, _brier / votes, _brierByLast / votes, _passed / texts, _passBrier / texts, _within / texts,
                [.. _tenths.Index().Where(tenth => tenth.Item.Votes > 0).Select(tenth => new ForecastRecord.Tenth(tenth.Index / (double)Tenths, tenth.Item.Votes, tenth.Item.Said / tenth.Item.Votes, tenth.Item.Came / (double)tenth.Item.Votes))]);
        }
    }
}
