using System.IO.Compression;

namespace Noroshi.Observatory.Reading;

/// <summary>Finds compression by its magic bytes, whatever the file is called.</summary>
internal static class Decompression
{
    private const int Longest = 6;

    public static InputWindow Open(Stream stream, IProgress<long>? progress, CancellationToken cancel)
    {
        var start = new byte[Longest];
        var length = stream.ReadAtLeast(start, Longest, throwOnEndOfStream: false);
        var input = new CountedStream(stream, start.AsMemory(0, length), progress);
        if (!IsGzip(start.AsSpan(0, length)))
        {
            RefuseOthers(start.AsSpan(0, length));
            return new InputWindow(input, cancel);
        }

        var window = new InputWindow(new GZipStream(input, CompressionMode.Decompress, leaveOpen: true), cancel);
        window.Ensure(Longest);
        if (IsGzip(window.Available)) throw new UnreadableInputException("The input is compressed twice with gzip. Decompress it once (gzip -d) and give the result.");
        RefuseOthers(window.Available);
        return window;
    }

    private static bool IsGzip(ReadOnlySpan<byte> start) => start is [0x1F, 0x8B, 8, ..];

    private static void RefuseOthers(ReadOnlySpan<byte> start)
    {
        var name = start switch
        {
            [0xFD, (byte)'7', (byte)'z', (byte)'X', (byte)'Z', ..] => "xz",
            [(byte)'B', (byte)'Z', (byte)'h', ..] => "bzip2",
            [0x28, 0xB5, 0x2F, 0xFD, ..] => "zstd",
            [(byte)'P', (byte)'K', 3, 4, ..] => "zip",
            [4, 0x22, 0x4D, 0x18, ..] => "lz4",
            _ => null,
        };
        if (name is not null) throw new UnreadableInputException($"The input is compressed with {name}; gzip and plain files are read. Decompress it, or pipe it in: {name} -dc FILE | noroshi observe … -");
    }
}
