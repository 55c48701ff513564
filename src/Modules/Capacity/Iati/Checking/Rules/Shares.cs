namespace Noroshi.Capacity.Iati.Checking;

/// <summary>Percentages that belong together.</summary>
internal sealed class Shares
{
    /// <summary>How many there are, also without a percentage.</summary>
    internal int Count { get; private set; }

    /// <summary>How many have a percentage.</summary>
    internal int Given { get; private set; }

    internal decimal Sum { get; private set; }

    internal void Add(decimal? share)
    {
        Count++;
        if (share is not { } given) return;
        Given++;
        if (Math.Abs(given) < 1_000_000) Sum += given;
    }

    internal void Clear() => (Count, Given, Sum) = (0, 0, 0);
}
