namespace Noroshi.Diplomacy.Votes.Reading;

/// <summary>Rows that were not taken: all are counted, the first are named.</summary>
internal sealed class Rejections
{
    /// <summary>How many are named.</summary>
    internal const int Named = 1_000;

    private readonly List<Rejected> _first = [];

    /// <summary>A row that was not taken.</summary>
    /// <param name="File">As it was given.</param>
    /// <param name="Row">Line of the file; the header is line 1.</param>
    /// <param name="Reason">What is wrong with it.</param>
    internal sealed record Rejected(string File, long Row, string Reason);

    internal IReadOnlyList<Rejected> First => _first;

    internal long Count { get; private set; }

    internal void Add(string file, long row, string reason)
    {
        Count++;
        if (_first.Count < Named) _first.Add(new Rejected(file, row, reason));
    }
}
