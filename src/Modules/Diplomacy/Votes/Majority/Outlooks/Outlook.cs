using Noroshi.Diplomacy.Votes.Domain;
using Noroshi.Diplomacy.Votes.Estimation;

namespace Noroshi.Diplomacy.Votes.Majority;

/// <summary>What can be said of every member's vote on a planned text, for each position the text may have.</summary>
/// <param name="Similar">Positions of the votes it rests on, in the book.</param>
/// <param name="Positions">Positions the text may have.</param>
/// <param name="Known">States of which something can be said, by code.</param>
/// <param name="Unknown">States of which nothing is said, by code.</param>
internal sealed record Outlook(IReadOnlyList<int> Similar, IReadOnlyList<TextPosition> Positions, IReadOnlyList<StateOutlook> Known, IReadOnlyList<UnknownState> Unknown)
{
    // Gauss and Hermite's seven places of a standard normal, and their weights.
    private static readonly (double Place, double Weight)[] _normal =
    [
        (-3.750439717725742, 5.48268855972218e-4), (-2.366759410734541, 0.03075712396758649), (-1.154405394739968, 0.2401231786050127),
        (0, 0.4571428571428571),
        (1.154405394739968, 0.2401231786050127), (2.366759410734541, 0.03075712396758649), (3.750439717725742, 5.48268855972218e-4),
    ];

    private const double LeastWeight = 0.01;

    /// <summary>True where the similar texts please different sides of the line, so that the forecast mixes what should be asked apart.</summary>
    internal bool PointsBothWays => Positions.Where(text => text.Slope > 0.15).Sum(text => text.Weight) > 0.1 && Positions.Where(text => text.Slope < -0.15).Sum(text => text.Weight) > 0.1;

    /// <summary>Looks at every member.</summary>
    /// <param name="book">The votes that are known.</param>
    /// <param name="points">Estimated from them.</param>
    /// <param name="similar">Positions of the similar votes; at least one.</param>
    /// <param name="members">Codes of those who may vote.</param>
    /// <param name="session">The session in which the text is to be voted on.</param>
    /// <param name="options">What is taken as known.</param>
    internal static Outlook Of(VoteBook book, IdealPoints points, IReadOnlyList<int> similar, IEnumerable<string> members, int session, ForecastOptions options)
    {
        var texts = similar.Select(at => TextPosition.Of(book, points, at)).ToList();
        var ages = similar.Select(at => Math.Max(0, session - 1 - book.RollCalls[at].Session)).ToList();
        var weights = ages.Select(age => Math.Pow(0.5, age / options.Memory)).ToList();
        // What is too old to be probable would only take time.
        var counted = texts.Zip(weights).Where(text => text.Second >= LeastWeight * weights.Sum()).ToList();
        var sum = counted.Sum(text => text.Second);
        var positions = counted.SelectMany(text => _normal.Select(place => text.First with
        {
            Weight = text.Second / sum * place.Weight,
            Lower = text.First.Lower + options.TextSpread * place.Place,
            Upper = text.First.Upper + options.TextSpread * place.Place,
        })).ToList();
        var recent = RecentVotes(book, session, options.RecentSessions);
        List<StateOutlook> known = [];
        List<UnknownState> unknown = [];
        foreach (var member in members.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            var at = book.IndexOf(member);
            var votes = at < 0 ? 0 : recent[at];
            if (votes < IdealPoint.FewVotes || points.LatestOf(at) is not { } point) unknown.Add(new UnknownState(member, votes));
            else known.Add(OutlookOf(at, point, votes));
        }

        return new Outlook(similar, positions, known, unknown);

        StateOutlook OutlookOf(int state, IdealPoint point, int votes)
        {
            var cast = similar.Select((rollCall, at) => (RollCall: rollCall, Choice: book.ChoiceOf(rollCall, state), Text: texts[at], Age: ages[at], Point: points.At(book.RollCalls[rollCall].Session, state)?.Value ?? point.Value))
                .Where(vote => vote.Choice is not null).ToList();
            var own = cast.Select(vote => (vote.Choice!.Value, vote.Text, vote.Age, vote.Point)).ToList();
            var (right, left) = (TopicLeaning.After(own, 1, options), TopicLeaning.After(own, -1, options));
            var spread = (point.High - point.Low) / 3.92;
            var variance = spread * spread + options.Step * options.Step * Math.Max(0, session - point.Session);
            var byPosition = new Chances[positions.Count];
            var (yes, abstain, no) = (0.0, 0.0, 0.0);
            for (var at = 0; at < byPosition.Length; at++)
            {
                var chances = byPosition[at] = ChancesOf(positions[at], point.Value, variance, positions[at].Slope >= 0 ? right : left, options);
                yes += positions[at].Weight * chances.Yes;
                abstain += positions[at].Weight * chances.Abstain;
                no += positions[at].Weight * chances.No;
            }

            return new StateOutlook(book.States[state], new Chances(yes, abstain, no), byPosition, point, votes, cast.Count, cast.Count == 0 ? null : (book.RollCalls[cast[^1].RollCall], cast[^1].Choice!.Value));
        }
    }

    // Not knowing exactly where the state stands flattens the curve: the variance of slope × point adds to that of the noise.
    internal static Chances ChancesOf(TextPosition text, double point, double variance, double[] leanings, ForecastOptions options)
    {
        var scale = 1 / Math.Sqrt(options.Noise * options.Noise + text.Slope * text.Slope * variance);
        var (yes, abstain, no) = (0.0, 0.0, 0.0);
        for (var at = 0; at < leanings.Length; at++)
        {
            if (leanings[at] < 1e-5) continue;
            var shift = TopicLeaning.Grid[at];
            var (y, a, n) = OrdinalProbit.Probabilities(text.Slope * scale, (text.Lower - shift) * scale, (text.Upper - shift) * scale, point);
            yes += leanings[at] * y;
            abstain += leanings[at] * a;
            no += leanings[at] * n;
        }

        var all = yes + abstain + no;
        double Mixed(double chance) => (1 - options.Surprise) * chance / all + options.Surprise / 3;
        return new Chances(Mixed(yes), Mixed(abstain), Mixed(no));
    }

    private static int[] RecentVotes(VoteBook book, int session, int sessions)
    {
        var counts = new int[book.States.Count];
        for (var rollCall = book.RollCalls.Count - 1; rollCall >= 0; rollCall--)
        {
            if (book.RollCalls[rollCall].Session >= session || book.RollCalls[rollCall].Session < session - sessions) continue;
            foreach (var voter in book.VotersOf(rollCall)) counts[voter]++;
        }

        return counts;
    }
}
