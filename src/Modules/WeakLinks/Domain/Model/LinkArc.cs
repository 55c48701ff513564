namespace Noroshi.WeakLinks.Domain;

/// <summary>What carries an intruder onward: either the probability is given, or hits out of an exposure were observed.</summary>
internal sealed record LinkArc(int From, int To, string Class, double? Given, long? Hits, long? Exposure, string Source)
{
    /// <summary>The given probability, or the mean of Beta(1 + hits, 1 + exposure − hits).</summary>
    internal double Mean => Given ?? (1.0 + Hits!.Value) / (2.0 + Exposure!.Value);

    /// <summary>What was counted, where it was drawn from the records of the node.</summary>
    internal string Basis { get; init; } = "";
}
