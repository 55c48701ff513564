using System.Runtime.CompilerServices;
using System.Security.Cryptography;

namespace Noroshi.Observatory.Core;

/// <summary>Hashing for open-addressing tables. Seeded per process: keys come from strangers, who must not be able to choose collisions.</summary>
internal static class Mixing
{
    private static readonly ulong Seed = BitConverter.ToUInt64(RandomNumberGenerator.GetBytes(8)) | 1;

    /// <summary>Both multiplications keep every input bit in play; the upper bits are the good ones.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Mix(ulong value)
    {
        value = (value ^ Seed) * 0x9E3779B97F4A7C15;
        return (value ^ (value >> 32)) * 0xD6E8FEB86659FD93;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Mix(ulong high, ulong low) => Mix(low ^ ulong.RotateLeft(Mix(high), 23));
}
