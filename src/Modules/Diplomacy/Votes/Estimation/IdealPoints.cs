using Noroshi.Diplomacy.Votes.Domain;

namespace Noroshi.Diplomacy.Votes.Estimation;

/// <summary>Estimated points of all states through the sessions, and what each roll call asked.</summary>
internal sealed class IdealPoints
{
    private readonly Dictionary<(int Session, int State), IdealPoint> _points = [];
    private readonly Dictionary<int, IdealPoint> _latest = [];
    private readonly Dictionary<int, int> _items = [];
    private readonly VoteBook _book;
    private readonly Items _asked;

    internal IdealPoints(VoteBook book, IReadOnlyList<VoteBlock> blocks, Items items, double[] points, (double[] Low, double[] High) ends, int rounds, bool converged)
    {
        (_book, _asked, Rounds, Converged) = (book, items, rounds, converged);
        List<IdealPoint> rows = [];
        foreach (var block in blocks)
        {
            for (var column = 0; column < block.States.Length; column++)
            {
                var at = block.Offset + column;
                var value = points[at];
                var row = new IdealPoint(book.States[block.States[column]], block.Session, value, Math.Min(value, ends.Low[at]), Math.Max(value, ends.High[at]), block.Counts[column]);
                rows.Add(row);
                _points.Add((block.Session, block.States[column]), row);
                _latest[block.States[column]] = row;
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

    /// <summary>Where a state (by position) stood in a session; null where it cast no divided vote in it.</summary>
    internal IdealPoint? At(int session, int state) => _points.GetValueOrDefault((session, state));

    /// <summary>Where a state (by position) stood in the last session in which it voted.</summary>
    internal IdealPoint? LatestOf(int state) => _latest.GetValueOrDefault(state);

    /// <summary>What a roll call asked: slope and thresholds; null where nobody differed in it.</summary>
    internal (double Slope, double Lower, double Upper)? ItemOf(int rollCall) =>
        _items.TryGetValue(rollCall, out var item) ? (_asked.Slopes[item], _asked.Lower[item], _asked.Upper[item]) : null;

    /// <summary>How probable each choice of a state (by position) in a roll call of its session was; null where either has no estimate.</summary>
    internal (double Yes, double Abstain, double No)? Probabilities(int rollCall, int state) =>
        _items.TryGetValue(rollCall, out var item) && _points.TryGetValue((_book.RollCalls[rollCall].Session, state), out var point)
            ? OrdinalProbit.Probabilities(_asked.Slopes[item], _asked.Lower[item], _asked.Upper[item], point.Value)
            : null;
}
