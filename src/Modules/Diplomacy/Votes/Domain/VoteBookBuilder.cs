namespace Noroshi.Diplomacy.Votes.Domain;

/// <summary>Collects votes in any order and puts them into the order of a <see cref="VoteBook"/>.</summary>
internal sealed class VoteBookBuilder
{
    private const byte None = 255;

    private readonly Dictionary<string, int> _states = new(StringComparer.Ordinal);
    private readonly Dictionary<(VoteLayout, string), int> _numbers = [];
    private readonly List<RollCall> _rollCalls = [];

    // One cell for each state: a state that votes twice is seen at once, and the order of the rows does not matter.
    private readonly List<byte[]> _cells = [];

    internal IReadOnlyList<RollCall> RollCalls => _rollCalls;

    /// <summary>The position of a state's code, new or known.</summary>
    internal int State(string code)
    {
        if (!_states.TryGetValue(code, out var state)) _states.Add(code, state = _states.Count);
        return state;
    }

    /// <summary>The position of a roll call, new or known by its number.</summary>
    internal int RollCall(RollCall rollCall)
    {
        var number = (rollCall.Layout, rollCall.Id);
        if (_numbers.TryGetValue(number, out var known)) return known;
        _numbers.Add(number, _rollCalls.Count);
        _rollCalls.Add(rollCall);
        _cells.Add([]);
        return _rollCalls.Count - 1;
    }

    /// <summary>The position of a roll call by its number, or -1.</summary>
    internal int Find(VoteLayout layout, string id) => _numbers.GetValueOrDefault((layout, id), -1);

    /// <summary>Adds a vote; false where the state already has one in this roll call.</summary>
    internal bool Add(int rollCall, int state, Choice choice)
    {
        var cells = _cells[rollCall];
        if (state >= cells.Length)
        {
            var wider = new byte[Math.Max(256, state + 1)];
            cells.CopyTo(wider, 0);
            wider.AsSpan(cells.Length).Fill(None);
            _cells[rollCall] = cells = wider;
        }

        if (cells[state] != None) return false;
        cells[state] = (byte)choice;
        return true;
    }

    /// <summary>The book; roll calls and states without a vote are left out.</summary>
    internal VoteBook Build()
    {
        var voted = new bool[_states.Count];
        foreach (var cells in _cells)
        {
            for (var state = 0; state < Math.Min(cells.Length, voted.Length); state++) voted[state] |= cells[state] != None;
        }

        var states = _states.Where(state => voted[state.Value]).OrderBy(state => state.Key, StringComparer.Ordinal).ToList();
        var rollCalls = Enumerable.Range(0, _rollCalls.Count).Where(rollCall => _cells[rollCall].AsSpan().ContainsAnyExcept(None))
            .OrderBy(rollCall => _rollCalls[rollCall].Session).ThenBy(rollCall => _rollCalls[rollCall].Date).ThenBy(rollCall => _rollCalls[rollCall].Layout)
            .ThenBy(rollCall => _rollCalls[rollCall].Id.Length).ThenBy(rollCall => _rollCalls[rollCall].Id, StringComparer.Ordinal).ToList();
        var starts = new int[rollCalls.Count + 1];
        var (voters, choices) = (new List<ushort>(), new List<Choice>());
        for (var at = 0; at < rollCalls.Count; at++)
        {
            var cells = _cells[rollCalls[at]];
            for (var state = 0; state < states.Count; state++)
            {
                var column = states[state].Value;
                if (column >= cells.Length || cells[column] == None) continue;
                voters.Add((ushort)state);
                choices.Add((Choice)cells[column]);
            }

            starts[at + 1] = voters.Count;
        }

        return new VoteBook([.. states.Select(state => state.Key)], [.. rollCalls.Select(rollCall => _rollCalls[rollCall])], starts, [.. voters], [.. choices]);
    }
}
