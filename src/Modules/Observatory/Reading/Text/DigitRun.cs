using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Noroshi.Observatory.Reading;

/// <summary>Digits at once instead of one by one: numbers in logs vary in length, and a loop's end is guessed wrongly for nearly each.</summary>
internal static class DigitRun
{
    private const int Loaded = sizeof(ulong);

    /// <summary>Reads the digits from <paramref name="at"/> on; true with their count (0 to 7) where something else ends them within 8 bytes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryReadShort(ReadOnlySpan<byte> line, int at, out int count, out uint number)
    {
        count = 0;
        number = 0;
        if (at > line.Length - Loaded) return false;
        var digits = BinaryPrimitives.ReadUInt64LittleEndian(line.Slice(at, Loaded)) ^ 0x3030_3030_3030_3030;
        // Only the lowest byte found must be right: what is added carries upwards alone.
        var others = ((digits + 0x7676_7676_7676_7676) | digits) & 0x8080_8080_8080_8080;
        if (others == 0) return false;
        count = BitOperations.TrailingZeroCount(others) >> 3;
        if (count == 0) return true;
        // Flush with the ones, then tens and ones, hundreds and thousands, and so on are joined.
        digits <<= (Loaded - count) * 8;
        digits = (digits * 10) + (digits >> 8);
        number = (uint)((((digits & 0x0000_00FF_0000_00FF) * 0x000F_4240_0000_0064) + (((digits >> 16) & 0x0000_00FF_0000_00FF) * 0x0000_2710_0000_0001)) >> 32);
        return true;
    }

    /// <summary>How many digits stand from <paramref name="at"/> on; -1 where fewer than 32 bytes are left to look at, or none of them ends the digits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Length(ReadOnlySpan<byte> line, int at)
    {
        if (at > line.Length - Vector256<byte>.Count) return -1;
        var digits = Vector256.LoadUnsafe(ref MemoryMarshal.GetReference(line), (nuint)at) - Vector256.Create((byte)'0');
        var others = Vector256.GreaterThan(digits, Vector256.Create((byte)9)).ExtractMostSignificantBits();
        return others == 0 ? -1 : BitOperations.TrailingZeroCount(others);
    }
}
