using Noroshi.Diplomacy.Votes.Domain;

namespace Noroshi.Diplomacy.Votes.Estimation;

/// <summary>Estimated points of all states through the sessions, and what each roll call asked.</summary>
internal sealed class IdealPoints
{
    private readonly Dictionary<(int Session, int State), double> _points = [];
    private readonly Dictionary<int, int> _items = [];
    private readonly VoteBook _book;
    private readonly Items _asked;

    internal IdealPoints(VoteBook book, IReadOnlyList<VoteBlock> blocks, Items items, double[] points, double[] variances, int rounds, bool converged)
    {
        // Two-sided, 95 % of a normal distribution.
        const double Reach = 1.959963984540054;
        (_book, _asked, Rounds, Converged) = (book, items, rounds, converged);
        List<IdealPoint> rows = [];
        foreach (var block in blocks)
        {
            for (var column = 0; column < block.States.Length; column++)
            {
                var (value, reach) = (points[block.Offset + column], Reach * Math.Sqrt(variances[block.Offset + column]));
                rows.Add(new IdealPoint(book.States[block.States[column]], block.Session, value, value - reach, value + reach, block.Counts[column]));
                _points.Add((block.Session, block.States[column]), value);
            }

            for (var row = 0; row < block.RollCalls.Length; row++) _items.Add(block.RollCalls[row], items.OfRow(block.First + row));
        }

        Rows = [.. rows.OrderBy(row => row.State, StringComparer.Ordinal).ThenBy(row => row.Session)];
    }

    /// <summary>By state and session.</summary>
    internal IReadOnlyList<IdealPoint> Rows { get; }

    /// <summary>Rounds that were needed.</summary>
    internal int Rounds { get; }

    /// <summary>True where the last round moved no point noticeably.</summary>
    internal bool Converged { get; }

    /// <summary>The slope of a roll call: the sharper, the better it tells states apart; 0 where it told nothing.</summary>
    internal double SlopeOf(int rollCall) => _items.TryGetValue(rollCall, out var item) ? _asked.Slopes[item] : 0;

    /// <summary>How probable each choice of a state (by position) in a roll call of its session was; null where either has no estimate.</summary>
    internal (double Yes, double Abstain, double No)? Probabilities(int rollCall, int state) =>
        _items.TryGetValue(rollCall, out var item) && _points.TryGetValue((_book.RollCalls[rollCall].Session, state), out var point)
            ? OrdinalProbit.Probabilities(_asked.Slopes[item], _asked.Lower[item], _asked.Upper[item], point)
            : null;
}
