using System.Runtime.CompilerServices;

namespace Noroshi.Observatory.Reading;

/// <summary>Reads numbers from bytes without making strings.</summary>
internal static class NumberText
{
    /// <summary>A whole number of digits only that fits 63 bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static bool TryReadUnsigned(ReadOnlySpan<byte> text, out ulong value)
    {
        value = 0;
        if (text.IsEmpty || text.Length > 18) return false;
        foreach (var c in text)
        {
            var digit = (uint)(c - '0');
            if (digit > 9) return false;
            value = (value * 10) + digit;
        }

        return true;
    }

    /// <summary>A port: 0 to 65535, digits only.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryReadPort(ReadOnlySpan<byte> text, out ushort port)
    {
        uint value = 0;
        port = 0;
        if (text.IsEmpty || text.Length > 5) return false;
        foreach (var c in text)
        {
            var digit = (uint)(c - '0');
            if (digit > 9) return false;
            value = (value * 10) + digit;
        }

        port = (ushort)value;
        return value <= ushort.MaxValue;
    }

    /// <summary>Digits with an optional fraction, times 10^<paramref name="scale"/>; further fraction digits are cut. Years past 9999 are refused.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static bool TryReadScaled(ReadOnlySpan<byte> text, int scale, out long value)
    {
        value = 0;
        var at = 0;
        for (; at < text.Length; at++)
        {
            var digit = (uint)(text[at] - '0');
            if (digit > 9) break;
            if (value > long.MaxValue / 20) return false;
            value = (value * 10) + digit;
        }

        if (at == 0) return false;
        var places = 0;
        if (at < text.Length)
        {
            if (text[at++] != '.' || at == text.Length) return false;
            for (; at < text.Length; at++)
            {
                var digit = (uint)(text[at] - '0');
                if (digit > 9) return false;
                if (places == scale) continue;
                if (value > long.MaxValue / 20) return false;
                value = (value * 10) + digit;
                places++;
            }
        }

        for (; places < scale; places++)
        {
            if (value > long.MaxValue / 20) return false;
            value *= 10;
        }

        return true;
    }
}
