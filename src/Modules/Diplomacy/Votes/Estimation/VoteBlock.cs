using System.Runtime.Intrinsics;
using Noroshi.Diplomacy.Votes.Domain;

namespace Noroshi.Diplomacy.Votes.Estimation;

/// <summary>The votes of one session as a table: a row for each roll call, a column for each state that voted in it.</summary>
internal sealed class VoteBlock
{
    /// <summary>What a cell holds where a state did not choose.</summary>
    internal const double Absent = 3;

    private VoteBlock(int session, int first, int[] rollCalls, int[] states, int offset)
    {
        (Session, First, RollCalls, States, Offset) = (session, first, rollCalls, states, offset);
        Width = (states.Length + Vector256<double>.Count - 1) / Vector256<double>.Count * Vector256<double>.Count;
        Cells = new double[rollCalls.Length * Width];
        Cells.AsSpan().Fill(Absent);
        Counts = new int[states.Length];
    }

    internal int Session { get; }

    /// <summary>Position of the first row among the rows of all blocks.</summary>
    internal int First { get; }

    /// <summary>Positions of the roll calls in the book.</summary>
    internal int[] RollCalls { get; }

    /// <summary>Positions of the states in the book, in order.</summary>
    internal int[] States { get; }

    /// <summary>Where this session's points begin among all points.</summary>
    internal int Offset { get; }

    /// <summary>Columns with those that fill up the last vector; they are always absent.</summary>
    internal int Width { get; }

    /// <summary>Row by row: 0 yes, 1 abstain, 2 no, 3 absent.</summary>
    internal double[] Cells { get; }

    /// <summary>How often each state chose.</summary>
    internal int[] Counts { get; }

    internal ReadOnlySpan<double> Row(int row) => Cells.AsSpan(row * Width, Width);

    /// <summary>Cuts a book into sessions. Roll calls in which all chose the same tell nothing about points and are left out.</summary>
    internal static IReadOnlyList<VoteBlock> Of(VoteBook book)
    {
        List<VoteBlock> blocks = [];
        var (offset, first) = (0, 0);
        foreach (var session in Enumerable.Range(0, book.RollCalls.Count).Where(rollCall => IsDivided(book.ChoicesOf(rollCall))).GroupBy(rollCall => book.RollCalls[rollCall].Session))
        {
            int[] rollCalls = [.. session];
            var columns = new int[book.States.Count];
            foreach (var rollCall in rollCalls)
            {
                foreach (var voter in book.VotersOf(rollCall)) columns[voter] = 1;
            }

            int[] states = [.. Enumerable.Range(0, columns.Length).Where(state => columns[state] == 1)];
            for (var column = 0; column < states.Length; column++) columns[states[column]] = column;
            var block = new VoteBlock(session.Key, first, rollCalls, states, offset);
            for (var row = 0; row < rollCalls.Length; row++)
            {
                var voters = book.VotersOf(rollCalls[row]);
                var choices = book.ChoicesOf(rollCalls[row]);
                for (var vote = 0; vote < voters.Length; vote++)
                {
                    block.Cells[row * block.Width + columns[voters[vote]]] = (double)choices[vote];
                    block.Counts[columns[voters[vote]]]++;
                }
            }

            blocks.Add(block);
            (offset, first) = (offset + block.Width, first + rollCalls.Length);
        }

        return blocks;
    }

    /// <summary>The same states and roll calls with votes drawn from the model.</summary>
    internal VoteBlock Drawn(double[] points, Items items, Random random)
    {
        var drawn = new VoteBlock(Session, First, RollCalls, States, Offset);
        for (var row = 0; row < RollCalls.Length; row++)
        {
            var item = items.OfRow(First + row);
            var votes = Row(row);
            for (var column = 0; column < States.Length; column++)
            {
                if (votes[column] >= Absent) continue;
                var (yes, abstain, _) = OrdinalProbit.Probabilities(items.Slopes[item], items.Lower[item], items.Upper[item], points[Offset + column]);
                var chance = random.NextDouble();
                drawn.Cells[row * Width + column] = chance < yes ? 0 : chance < yes + abstain ? 1 : 2;
                drawn.Counts[column]++;
            }
        }

        return drawn;
    }

    private static bool IsDivided(ReadOnlySpan<Choice> choices) => choices.Length > 1 && choices.ContainsAnyExcept(choices[0]);
}
