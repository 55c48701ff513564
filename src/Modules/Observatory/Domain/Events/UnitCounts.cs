using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace Noroshi.Observatory.Domain;

/// <summary>How many of each unit, in the order of the units; a unit that was not met is not in it. There is no sum, for units are never added together.</summary>
/// <remarks>A type of our own and no dictionary of the framework: it is compiled ahead of time, which a short command notices.</remarks>
internal sealed class UnitCounts : IReadOnlyDictionary<CountingUnit, long>
{
    private static readonly CountingUnit[] Units = Enum.GetValues<CountingUnit>();

    private readonly long[] counts = new long[Units.Length];

    /// <summary>Units that were met.</summary>
    public int Count => counts.AsSpan().Length - counts.AsSpan().Count(0);

    public IEnumerable<CountingUnit> Keys => Array.FindAll(Units, ContainsKey);

    public IEnumerable<long> Values => Array.FindAll(counts, static count => count != 0);

    /// <exception cref="KeyNotFoundException">The unit was not met.</exception>
    public long this[CountingUnit unit] => TryGetValue(unit, out var count) ? count : throw new KeyNotFoundException($"There is no {unit}.");

    public void Add(CountingUnit unit, long count) => counts[(int)unit] += count;

    public void Add(UnitCounts others)
    {
        for (var unit = 0; unit < counts.Length; unit++) counts[unit] += others.counts[unit];
    }

    public bool ContainsKey(CountingUnit key) => counts[(int)key] != 0;

    public bool TryGetValue(CountingUnit key, [MaybeNullWhen(false)] out long value) => (value = counts[(int)key]) != 0;

    public IEnumerator<KeyValuePair<CountingUnit, long>> GetEnumerator()
    {
        foreach (var unit in Units)
        {
            if (counts[(int)unit] is not 0 and var count) yield return new(unit, count);
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
