using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Noroshi.Observatory.Reading;

/// <summary>Reads an IPv4 address from 16 bytes at once: finds the dots, moves each octet's digits to its lane, and adds them up.</summary>
internal static class DottedQuad
{
    /// <summary>Per shape (the four octets' lengths, two bits each): where each lane's digits are.</summary>
    private static readonly Vector128<byte>[] Moves = MakeMoves();

    /// <summary>Per shape: the least value of an octet of that length; below it stands a leading zero.</summary>
    private static readonly Vector128<int>[] Least = MakeLeast();

    /// <summary>True where 16 bytes can be loaded from the start on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool CanRead(ReadOnlySpan<byte> line, int start) => Ssse3.IsSupported && start + 16 <= line.Length;

    /// <summary>Reads <paramref name="length"/> bytes (7 to 15) from <paramref name="start"/>; call only where <see cref="CanRead"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryRead(ReadOnlySpan<byte> line, int start, int length, out uint value)
    {
        value = 0;
        var text = Vector128.LoadUnsafe(ref MemoryMarshal.GetReference(line), (nuint)start);
        var used = (1u << length) - 1;
        var dots = Vector128.Equals(text, Vector128.Create((byte)'.')).ExtractMostSignificantBits() & used;
        var digits = text - Vector128.Create((byte)'0');
        var isDigit = Vector128.LessThan(digits, Vector128.Create((byte)10)).ExtractMostSignificantBits() & used;
        if ((dots | isDigit) != used || BitOperations.PopCount(dots) != 3) return false;
        var first = BitOperations.TrailingZeroCount(dots);
        dots &= dots - 1;
        var second = BitOperations.TrailingZeroCount(dots);
        var third = BitOperations.TrailingZeroCount(dots & (dots - 1));
        uint a = (uint)first - 1, b = (uint)(second - first) - 2, c = (uint)(third - second) - 2, d = (uint)(length - third) - 2;
        // An octet of no digits wraps around to a large number.
        if (a > 2 || b > 2 || c > 2 || d > 2) return false;
        var shape = a | (b << 2) | (c << 4) | (d << 6);
        var lanes = Ssse3.Shuffle(digits, Moves[shape]);
        var pairs = Ssse3.MultiplyAddAdjacent(lanes, Vector128.Create(0x00010A64u).AsSByte());
        var octets = Sse2.MultiplyAddAdjacent(pairs, Vector128.Create((short)1));
        if (Vector128.GreaterThanAny(octets, Vector128.Create(255)) || Vector128.LessThanAny(octets, Least[shape])) return false;
        value = Ssse3.Shuffle(octets.AsByte(), Vector128.Create(0x0004080Cu).AsByte()).AsUInt32().ToScalar();
        return true;
    }

    private static Vector128<byte>[] MakeMoves()
    {
        var moves = new Vector128<byte>[256];
        var lane = new byte[16];
        for (var shape = 0; shape < 256; shape++)
        {
            Array.Fill(lane, (byte)0x80);
            var at = 0;
            for (var octet = 0; octet < 4; octet++)
            {
                var length = ((shape >> (octet * 2)) & 3) + 1;
                // Hundreds, tens, ones, nothing; digits are set flush with the ones.
                for (var digit = 0; digit < length && length <= 3; digit++) lane[(octet * 4) + 3 - length + digit] = (byte)(at + digit);
                at += length + 1;
            }

            moves[shape] = Vector128.Create<byte>(lane);
        }

        return moves;
    }

    private static Vector128<int>[] MakeLeast()
    {
        int[] least = [0, 10, 100, 1000];
        var all = new Vector128<int>[256];
        for (var shape = 0; shape < 256; shape++) all[shape] = Vector128.Create(least[shape & 3], least[(shape >> 2) & 3], least[(shape >> 4) & 3], least[shape >> 6]);
        return all;
    }
}
