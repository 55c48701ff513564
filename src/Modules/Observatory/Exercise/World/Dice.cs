namespace Noroshi.Observatory.Exercise;

/// <summary>Chance that falls the same way on every machine and in every version: SplitMix64 from a name.</summary>
/// <remarks>Whole numbers only. Floating point and the platform's generator may differ between machines and releases.</remarks>
internal sealed class Dice
{
    private ulong state;

    /// <summary>Dice of this name; other names fall independently, so that one part of the story can change without the rest.</summary>
    public Dice(string name)
    {
        state = 0xCBF2_9CE4_8422_2325;
        foreach (var letter in name) state = (state ^ letter) * 0x0000_0100_0000_01B3;
    }

    public ulong Next()
    {
        state += 0x9E37_79B9_7F4A_7C15;
        var mixed = state;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58_476D_1CE4_E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D0_49BB_1331_11EB;
        return mixed ^ (mixed >> 31);
    }

    /// <summary>From 0 up to, not including, <paramref name="limit"/>.</summary>
    public int Below(int limit) => (int)((UInt128)Next() * (uint)limit >> 64);

    /// <summary>From <paramref name="least"/> to <paramref name="most"/>, both included.</summary>
    public int Between(int least, int most) => least + Below(most - least + 1);

    /// <summary>True so many times in a thousand.</summary>
    public bool Chance(int perMille) => Below(1000) < perMille;

    public T Pick<T>(IReadOnlyList<T> from) => from[Below(from.Count)];

    /// <summary>An index, each as likely as its weight.</summary>
    public int Weighted(IReadOnlyList<int> weights)
    {
        var total = 0;
        for (var i = 0; i < weights.Count; i++) total += weights[i];
        var at = Below(total);
        for (var i = 0; ; i++)
        {
            at -= weights[i];
            if (at < 0) return i;
        }
    }
}
