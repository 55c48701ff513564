using System.Numerics;
using System.Runtime.InteropServices;
using System.Text.Json;
using Noroshi.Kernel;

namespace Noroshi.Observatory.Enrichment;

/// <summary>The compiled form on disk: a header with lengths and a checksum, then the arrays as they lie in memory.</summary>
/// <remarks>
/// Little-endian only. Layout: magic (8), format (4), CRC-32C of all that follows (4), nine section lengths in elements (9 × 8),
/// sections each padded to 8 bytes. A file that is not wholly right is treated as absent and made again.
/// </remarks>
internal static class GeoFile
{
    private const ulong Magic = 0x314F_4547_5352_4F4E; // "NORSGEO1"
    private const uint Format = 1;
    private const int SectionCount = 10;
    private const int HeaderSize = 16 + (SectionCount * 8);
    private const long LargestFile = 1L << 30;

    private static ReadOnlySpan<byte> Padding => [0, 0, 0, 0, 0, 0, 0];

    /// <summary>Writes beside the target and renames, so that a reader sees the old file or the new one, never a part.</summary>
    public static void Write(string path, string key, GeoData data)
    {
        var description = JsonSerializer.SerializeToUtf8Bytes(new Description(key, [.. data.Sources]));
        var arrays = data.Table.Arrays;
        var header = new byte[HeaderSize];
        var words = MemoryMarshal.Cast<byte, ulong>(header.AsSpan());
        int[] lengths =
        [
            description.Length, arrays.Index4.Length, arrays.Low4.Length, arrays.Value4.Length, arrays.Index6.Length,
            arrays.Start6.Length, arrays.Value6.Length, data.Names.Numbers.Length, data.Names.Ends.Length, data.Names.Text.Length,
        ];
        for (var i = 0; i < SectionCount; i++) words[2 + i] = (ulong)lengths[i];

        var part = $"{path}.{Guid.NewGuid():N}.part";
        try
        {
            using (var file = new FileStream(part, FileMode.CreateNew, FileAccess.ReadWrite))
            {
                file.Write(header);
                var sum = Sum(0, header.AsSpan(16));
                Put<byte>(file, description, ref sum);
                Put<int>(file, arrays.Index4, ref sum);
                Put<ushort>(file, arrays.Low4, ref sum);
                Put<ulong>(file, arrays.Value4, ref sum);
                Put<int>(file, arrays.Index6, ref sum);
                Put<NetworkAddress>(file, arrays.Start6, ref sum);
                Put<ulong>(file, arrays.Value6, ref sum);
                Put<uint>(file, data.Names.Numbers, ref sum);
                Put<int>(file, data.Names.Ends, ref sum);
                Put<byte>(file, data.Names.Text, ref sum);
                words[0] = Magic;
                words[1] = Format | ((ulong)sum << 32);
                file.Position = 0;
                file.Write(header.AsSpan(0, 16));
                file.Flush(flushToDisk: true);
            }

            File.Move(part, path, overwrite: true);
        }
        catch
        {
            File.Delete(part);
            throw;
        }
    }

    /// <summary>Reads a compiled file; null when it is absent, damaged, of another format, or made from other data than <paramref name="key"/>.</summary>
    public static GeoData? TryRead(string path, string? key)
    {
        try
        {
            using var file = File.OpenHandle(path, options: FileOptions.SequentialScan);
            return TryRead(file, key);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or JsonException)
        {
            return null;
        }
    }

    private static GeoData? TryRead(Microsoft.Win32.SafeHandles.SafeFileHandle file, string? key)
    {
        var size = RandomAccess.GetLength(file);
        var header = new byte[HeaderSize];
        if (size is < HeaderSize or > LargestFile || !BitConverter.IsLittleEndian) return null;
        if (RandomAccess.Read(file, header, 0) != HeaderSize) return null;
        var words = MemoryMarshal.Cast<byte, ulong>(header.AsSpan());
        if (words[0] != Magic || (uint)words[1] != Format) return null;

        var at = (long)HeaderSize;
        var sum = Sum(0, header.AsSpan(16));
        var fits = true;
        T[] Take<T>(ulong count)
            where T : unmanaged
        {
            // A length that the file cannot hold must not become an allocation.
            var bytes = count > LargestFile ? long.MaxValue : (long)count * Marshal.SizeOf<T>();
            if (!fits || bytes > size - at)
            {
                fits = false;
                return [];
            }

            var array = GC.AllocateUninitializedArray<T>((int)count);
            var span = MemoryMarshal.AsBytes(array.AsSpan());
            for (var read = 0; read < span.Length;)
            {
                var got = RandomAccess.Read(file, span[read..], at + read);
                if (got == 0) break;
                read += got;
            }

            sum = Sum(sum, span);
            at += (bytes + 7) & ~7L;
            return array;
        }

        var description = Take<byte>(words[2]);
        var arrays = new RangeArrays(
            Take<int>(words[3]), Take<ushort>(words[4]), Take<ulong>(words[5]), Take<int>(words[6]), Take<NetworkAddress>(words[7]), Take<ulong>(words[8]));
        var (numbers, ends, text) = (Take<uint>(words[9]), Take<int>(words[10]), Take<byte>(words[11]));
        if (!fits || at != size || sum != (uint)(words[1] >> 32)) return null;

        var about = JsonSerializer.Deserialize<Description>(description);
        if (about is null || (key is not null && about.Key != key)) return null;
        return RangeTable.FromArrays(arrays) is { } table && AsnNames.FromArrays(numbers, ends, text) is { } names
            ? new GeoData(table, names, about.Sources)
            : null;
    }

    private static void Put<T>(FileStream file, ReadOnlySpan<T> array, ref uint sum)
        where T : unmanaged
    {
        var bytes = MemoryMarshal.AsBytes(array);
        file.Write(bytes);
        file.Write(Padding[..((8 - (bytes.Length & 7)) & 7)]);
        sum = Sum(sum, bytes);
    }

    private static uint Sum(uint sum, ReadOnlySpan<byte> bytes)
    {
        var words = MemoryMarshal.Cast<byte, ulong>(bytes);
        foreach (var word in words) sum = BitOperations.Crc32C(sum, word);
        foreach (var last in bytes[(words.Length * 8)..]) sum = BitOperations.Crc32C(sum, last);
        return sum;
    }

    private sealed record Description(string Key, GeoDataSet[] Sources);
}
