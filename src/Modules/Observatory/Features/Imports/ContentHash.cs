using System.Buffers;
using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using Noroshi.Shell.Uploads;

namespace Noroshi.Observatory.Features;

/// <summary>Names content by what is in it: the SHA-256 of the decompressed bytes, so that a file and its <c>.gz</c> are the same content.</summary>
internal static class ContentHash
{
    private const int BufferSize = 1 << 20;

    /// <summary>Reads the whole file once, in bounded memory.</summary>
    /// <param name="path">The file.</param>
    /// <param name="mostExpanded">Refuses content that unpacks to more bytes than this.</param>
    /// <param name="cancel">Stops the reading.</param>
    /// <exception cref="UploadRefusedException">The content unpacks to too much.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    internal static byte[] OfFile(string path, long mostExpanded, CancellationToken cancel)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 0, FileOptions.SequentialScan);
        if (!IsGzip(file)) return OfStream(file, long.MaxValue, cancel);
        try
        {
            using var unpacked = new GZipStream(file, CompressionMode.Decompress, leaveOpen: true);
            return OfStream(unpacked, mostExpanded, cancel);
        }
        catch (InvalidDataException)
        {
            // Damaged compression: the bytes as they are still name the content; the reader reports the damage.
            file.Position = 0;
            return OfStream(file, long.MaxValue, cancel);
        }
    }

    private static bool IsGzip(FileStream file)
    {
        Span<byte> magic = stackalloc byte[2];
        var read = file.ReadAtLeast(magic, 2, throwOnEndOfStream: false);
        file.Position = 0;
        return read == 2 && magic[0] == 0x1F && magic[1] == 0x8B;
    }

    private static byte[] OfStream(Stream content, long most, CancellationToken cancel)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        try
        {
            long total = 0;
            int read;
            while ((read = content.Read(buffer, 0, BufferSize)) > 0)
            {
                cancel.ThrowIfCancellationRequested();
                total += read;
                if (total > most)
                    throw new UploadRefusedException(413, string.Create(CultureInfo.InvariantCulture, $"The content unpacks to more than {most >> 20} MiB. Nothing was kept. Split it, or ask the operator to raise Observatory:Uploads:MaxExpandedBytes."));
                hash.AppendData(buffer, 0, read);
            }

            return hash.GetHashAndReset();
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
