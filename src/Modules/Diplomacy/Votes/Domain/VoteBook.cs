namespace Noroshi.Diplomacy.Votes.Domain;

/// <summary>All recorded votes that are kept, in columns. Immutable; states stand in code order, roll calls by session, day and number.</summary>
internal sealed class VoteBook(IReadOnlyList<string> states, IReadOnlyList<RollCall> rollCalls, int[] starts, ushort[] voters, Choice[] choices)
{
    /// <summary>No votes.</summary>
    internal static VoteBook Empty { get; } = new([], [], [0], [], []);

    /// <summary>Codes of the states that voted, in code order.</summary>
    internal IReadOnlyList<string> States { get; } = states;

    internal IReadOnlyList<RollCall> RollCalls { get; } = rollCalls;

    /// <summary>Where each roll call's votes begin, and one past the last.</summary>
    internal int[] Starts { get; } = starts;

    /// <summary>Positions in <see cref="States"/>, roll call after roll call.</summary>
    internal ushort[] Voters { get; } = voters;

    internal Choice[] Choices { get; } = choices;

    internal ReadOnlySpan<ushort> VotersOf(int rollCall) => Voters.AsSpan(Starts[rollCall]..Starts[rollCall + 1]);

    internal ReadOnlySpan<Choice> ChoicesOf(int rollCall) => Choices.AsSpan(Starts[rollCall]..Starts[rollCall + 1]);

    /// <summary>Position of a state, or -1 where it never voted.</summary>
    internal int IndexOf(string state)
    {
        for (var index = 0; index < States.Count; index++)
        {
            if (States[index] == state) return index;
        }

        return -1;
    }

    /// <summary>The choice of a state (by its position) in a roll call, or null where it cast none.</summary>
    internal Choice? ChoiceOf(int rollCall, int state)
    {
        var at = VotersOf(rollCall).BinarySearch((ushort)state);
        return at < 0 ? null : ChoicesOf(rollCall)[at];
    }

    /// <summary>How many made a choice in a roll call.</summary>
    internal int CountOf(int rollCall, Choice choice) => ChoicesOf(rollCall).Count(choice);

    /// <summary>What was known before a session opened: the same states and roll calls, later votes not yet cast.</summary>
    internal VoteBook Before(int session)
    {
        var first = 0;
        while (first < RollCalls.Count && RollCalls[first].Session < session) first++;
        return Where(vote => vote < Starts[first]);
    }

    /// <summary>The same states and roll calls with only the votes (by their position) that are wanted.</summary>
    internal VoteBook Where(Func<int, bool> wanted)
    {
        var starts = new int[Starts.Length];
        var voters = new List<ushort>(Voters.Length);
        var choices = new List<Choice>(Choices.Length);
        for (var rollCall = 0; rollCall < RollCalls.Count; rollCall++)
        {
            for (var vote = Starts[rollCall]; vote < Starts[rollCall + 1]; vote++)
            {
                if (!wanted(vote)) continue;
                voters.Add(Voters[vote]);
                choices.Add(Choices[vote]);
            }

            starts[rollCall + 1] = voters.Count;
        }

        return new VoteBook(States, RollCalls, starts, [.. voters], [.. choices]);
    }
}
