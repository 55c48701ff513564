namespace Noroshi.Capacity.Matching;

/// <summary>Texts compared among each other: a run of letters that every project has ("cybersecurity") counts little, a rare one much.</summary>
internal sealed class TextCorpus
{
    // As if a thousand other texts were known, in ten of which a run stands: among few texts, what two share must not count less for it.
    private const double OtherTexts = 1000, OtherUses = 10;

    private readonly Dictionary<string, double> _weights = new(StringComparer.Ordinal);

    internal TextCorpus(IReadOnlyCollection<TextGrams> texts)
    {
        foreach (var gram in texts.SelectMany(text => text.Counts.Keys)) _weights[gram] = _weights.GetValueOrDefault(gram) + 1;
        foreach (var (gram, count) in _weights.ToList()) _weights[gram] = Math.Log((texts.Count + OtherTexts) / (count + OtherUses));
    }

    /// <summary>The text's runs with their weights, of length 1.</summary>
    internal IReadOnlyDictionary<string, double> Vector(TextGrams text)
    {
        var vector = text.Counts.ToDictionary(gram => gram.Key, gram => (1 + Math.Log(gram.Value)) * _weights.GetValueOrDefault(gram.Key), StringComparer.Ordinal);
        var length = Math.Sqrt(vector.Values.Sum(weight => weight * weight));
        foreach (var gram in vector.Keys.ToList()) vector[gram] /= length;
        return vector;
    }

    /// <summary>How alike two vectors are, from 0 to 1.</summary>
    internal static double Cosine(IReadOnlyDictionary<string, double> one, IReadOnlyDictionary<string, double> other)
    {
        var (small, large) = one.Count <= other.Count ? (one, other) : (other, one);
        var sum = 0.0;
        foreach (var (gram, weight) in small)
        {
            if (large.TryGetValue(gram, out var second)) sum += weight * second;
        }

        return Math.Min(1, sum);
    }
}
