namespace Noroshi.WeakLinks.Domain;

/// <summary>The probabilities of a question as binary digits, in the order in which the graph keeps its arcs; computed once, shared by all threads.</summary>
internal sealed class ChanceDigits
{
    internal ChanceDigits(ReachQuestion question)
    {
        Question = question;
        Node = [.. question.NodeChance.Select(CounterRandom.Digits)];
        Arc = [.. question.Graph.Origin.Select(row => CounterRandom.Digits(question.ArcChance[row]))];
        CertainNode = [.. question.NodeChance.Select(chance => chance >= 1)];
        CertainArc = [.. question.Graph.Origin.Select(row => question.ArcChance[row] >= 1)];
    }

    internal ReachQuestion Question { get; }

    internal ulong[] Node { get; }

    internal ulong[] Arc { get; }

    // One has no digits behind the point, so certainty is said apart.
    internal bool[] CertainNode { get; }

    internal bool[] CertainArc { get; }
}
