using System.Buffers;
using System.Globalization;
using Noroshi.Shell.Uploads;
using Noroshi.Storage;

namespace Noroshi.Observatory.Features;

/// <summary>Uploads on disk until they are imported: written whole and durably before the job is acknowledged.</summary>
internal sealed class UploadFolder(NodeOptions options, UploadLimits limits)
{
    private const int BufferSize = 256 * 1024;
    private const long SpaceCheckEvery = 64L << 20;
    private readonly string _folder = Path.Combine(options.DataDirectory, "uploads");

    /// <summary>Where the content of a job waits. Job ids are made by the node, never by a caller.</summary>
    internal string PathOf(string jobId) => Path.Combine(_folder, jobId + ".upload");

    /// <summary>Streams the content to disk; returns its size in bytes.</summary>
    /// <exception cref="UploadRefusedException">Too large, empty, or no space: nothing is kept.</exception>
    internal async Task<long> ReceiveAsync(string jobId, Stream content, long? announced, CancellationToken cancel)
    {
        if (announced > limits.MaxBytes) throw TooLarge();
        Directory.CreateDirectory(_folder);
        CheckSpace(announced ?? 0);
        var partial = Path.Combine(_folder, jobId + ".part");
        var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        try
        {
            long total = 0;
            var check = SpaceCheckEvery;
            await using (var file = new FileStream(partial, FileMode.CreateNew, FileAccess.Write, FileShare.None, 0, FileOptions.Asynchronous))
            {
                int read;
                while ((read = await content.ReadAsync(buffer.AsMemory(0, BufferSize), cancel)) > 0)
                {
                    total += read;
                    if (total > limits.MaxBytes) throw TooLarge();
                    if (total > check)
                    {
                        CheckSpace(0);
                        check += SpaceCheckEvery;
                    }

                    await file.WriteAsync(buffer.AsMemory(0, read), cancel);
                }

                if (total == 0) throw new UploadRefusedException(400, "The upload is empty. Send the content of one file as the body of the request, or as the part 'file' of a form.");
                file.Flush(flushToDisk: true);
            }

            File.Move(partial, PathOf(jobId));
            return total;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
            File.Delete(partial);
        }
    }

    internal void Forget(string jobId) => File.Delete(PathOf(jobId));

    /// <summary>Removes what a crash left: half-received files, and files whose job is over or was never acknowledged.</summary>
    internal void RemoveLeftovers(IReadOnlySet<string> waiting)
    {
        if (!Directory.Exists(_folder)) return;
        foreach (var file in Directory.EnumerateFiles(_folder))
        {
            if (Path.GetExtension(file) == ".upload" && waiting.Contains(Path.GetFileNameWithoutExtension(file))) continue;
            File.Delete(file);
        }
    }

    private void CheckSpace(long needed)
    {
        var free = new DriveInfo(Path.GetFullPath(_folder)).AvailableFreeSpace;
        if (free - needed >= limits.FreeBytesKept) return;
        throw new UploadRefusedException(507, string.Create(
            CultureInfo.InvariantCulture,
            $"There is not enough space in the node's data folder: {free >> 20} MiB are free and {limits.FreeBytesKept >> 20} MiB are kept free. Nothing was kept. Ask the operator to make space, then send the file again."));
    }

    private UploadRefusedException TooLarge() => new(413, string.Create(
        CultureInfo.InvariantCulture,
        $"The file is larger than this node takes ({limits.MaxBytes >> 20} MiB). Nothing was kept. Split it, compress it (.gz), or ask the operator to raise Observatory:Uploads:MaxBytes."));
}
