using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Noroshi.Observatory.Reading;

/// <summary>
/// Reads times as <see cref="TimeText.TryReadIso"/> does and remembers the last minute: in a log the next time is mostly of the same
/// minute and zone, and then seconds and microseconds are all there is to read.
/// </summary>
internal struct RecentMinute
{
    // 2026-11-22T18:30:00.123456+0900 and the closing quotation mark
    private const int Seconds = 17;
    private const int Fraction = 20;
    private const int Zone = 26;
    private const int Length = 31;
    private const ulong ZoneBytes = 0xFFFF_FFFF_FFFF;

    private Vector128<byte> minute;
    private ulong zone;
    private long minuteMicros;

    /// <summary>Reads the time that stands from <paramref name="at"/> on, to its closing quotation mark, and passes that; false where it is another minute or writing.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly bool TryRead(ReadOnlySpan<byte> line, scoped ref int at, out long micros)
    {
        if (!TryReadRest(line, at, out micros, out var foundMinute, out var foundZone) || foundMinute != minute || foundZone != zone) return false;
        micros += minuteMicros;
        at += Length + 1;
        return true;
    }

    /// <summary>Remembers the minute of the time of that length from <paramref name="at"/> on, which was read as <paramref name="micros"/>.</summary>
    public void Learn(ReadOnlySpan<byte> line, int at, int length, long micros)
    {
        if (length != Length || !TryReadRest(line, at, out var rest, out var foundMinute, out var foundZone)) return;
        minute = foundMinute;
        zone = foundZone;
        minuteMicros = micros - rest;
    }

    /// <summary>What a time of the usual writing has within its minute, and what else it is made of.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool TryReadRest(ReadOnlySpan<byte> line, int at, out long micros, out Vector128<byte> minute, out ulong zone)
    {
        micros = 0;
        minute = default;
        zone = 0;
        if (at > line.Length - Zone - sizeof(ulong)) return false;
        minute = Vector128.LoadUnsafe(ref MemoryMarshal.GetReference(line), (nuint)at);
        zone = BinaryPrimitives.ReadUInt64LittleEndian(line[(at + Zone)..]) & ZoneBytes;
        uint tens = (uint)line[at + Seconds] - '0', ones = (uint)line[at + Seconds + 1] - '0';
        // A leap second belongs to the next minute; that is left to the full reading.
        if (tens > 5 || ones > 9 || line[at + Seconds - 1] != ':' || line[at + Fraction - 1] != '.' || line[at + Length] != '"') return false;
        if (!DigitRun.TryReadShort(line, at + Fraction, out var count, out var fraction) || count != Zone - Fraction) return false;
        micros = (((tens * 10) + ones) * 1_000_000L) + fraction;
        return true;
    }
}
