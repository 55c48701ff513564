using System.Runtime.CompilerServices;

namespace Noroshi.WeakLinks.Domain;

/// <summary>
/// Chance without state: a number is a function of the seed, the block of sixty-four worlds and the thing that is drawn for. Whoever asks, in whatever
/// order and on whatever thread, gets the same; and what is drawn for one thing stays when another changes (common random numbers).
/// </summary>
/// <remarks>The mixing is that of SplitMix64 (Steele, Lea, Flood 2014), keyed twice so that neighbouring keys share nothing.</remarks>
internal static class CounterRandom
{
    private const ulong Golden = 0x9E3779B97F4A7C15;

    /// <summary>The key of a block.</summary>
    internal static ulong Key(ulong seed, long block) => Mix(Mix(seed + Golden) ^ (unchecked((ulong)block) * 0xD1342543DE82EF95));

    /// <summary>The key of a thing within a block; nodes are even and arcs odd numbers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static ulong Stream(ulong key, ulong thing) => Mix(key + (thing * 0xAEF17502108EF2D9));

    /// <summary>Sixty-four draws at once: bit w says whether a uniform number of world w lies below the probability.</summary>
    /// <remarks>
    /// The uniform numbers are written bit by bit and compared with the digits of the probability; a lane is decided where they first differ, so eight words
    /// are enough for most. The digits of a lane do not depend on the probability: a smaller one opens a subset.
    /// </remarks>
    internal static ulong Below(ulong stream, double probability)
    {
        if (probability <= 0) return 0;
        if (probability >= 1) return ulong.MaxValue;
        var digits = Digits(probability);
        return Below(stream, digits);
    }

    /// <summary>The first sixty-four binary digits; a double below one has no more where it is at least 2^-11, and smaller ones lose less than 2^-64.</summary>
    internal static ulong Digits(double probability) => (ulong)Math.ScaleB(probability, 64);

    /// <inheritdoc cref="Below(ulong,double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static ulong Below(ulong stream, ulong digits)
    {
        var (open, undecided) = (0UL, ulong.MaxValue);
        while (digits != 0)
        {
            stream += Golden;
            var word = Mix(stream);
            // A digit of one: lanes with a zero lie below. A digit of zero: lanes with a one lie above. Either way the others stay undecided.
            var ones = (ulong)((long)digits >> 63);
            open |= undecided & ~word & ones;
            undecided &= ~(word ^ ones);
            if (undecided == 0) break;
            digits <<= 1;
        }

        return open;
    }

    /// <summary>Uniform in the open interval (0,1).</summary>
    internal static double Unit(ulong stream, int draw) => ((Mix(stream + (Golden * (ulong)(draw + 1))) >> 11) + 0.5) * (1.0 / (1UL << 53));

    /// <summary>Standard normal (Box–Muller).</summary>
    internal static double Normal(ulong stream, int draw) =>
        Math.Sqrt(-2 * Math.Log(Unit(stream, 2 * draw))) * Math.Cos(2 * Math.PI * Unit(stream, (2 * draw) + 1));

    /// <summary>Beta with both shapes at least one (two gamma numbers after Marsaglia and Tsang).</summary>
    internal static double Beta(ulong stream, double a, double b)
    {
        var x = Gamma(Stream(stream, 1), a);
        return x / (x + Gamma(Stream(stream, 2), b));
    }

    private static double Gamma(ulong stream, double shape)
    {
        var d = shape - (1.0 / 3);
        var c = 1 / Math.Sqrt(9 * d);
        for (var attempt = 0; ; attempt += 4)
        {
            var normal = Normal(stream, attempt);
            var cube = Math.Pow(1 + (c * normal), 3);
            if (cube <= 0) continue;
            if (Math.Log(Unit(stream, (2 * attempt) + 3)) < (0.5 * normal * normal) + d - (d * cube) + (d * Math.Log(cube))) return d * cube;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Mix(ulong x)
    {
        x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9;
        x = (x ^ (x >> 27)) * 0x94D049BB133111EB;
        return x ^ (x >> 31);
    }
}
