using System.Buffers;
using System.Security.Cryptography;

namespace Noroshi.Storage.Blobs;

/// <summary>Content kept as files named by what is in them: written once, whole, and durable before the name is given out.</summary>
/// <remarks>Thread-safe, also between processes: the same content arrives at the same name whoever writes it first.</remarks>
public sealed class BlobStore
{
    private const int BufferSize = 128 * 1024;
    private readonly string _root;
    private readonly string _incoming;

    /// <param name="folder">Where the blobs are; made when missing.</param>
    public BlobStore(string folder)
    {
        _root = Path.GetFullPath(folder);
        _incoming = Path.Combine(_root, "incoming");
    }

    /// <summary>Keeps what the stream brings, in bounded memory; the same content again costs no space.</summary>
    /// <param name="content">Read to its end.</param>
    /// <param name="limit">Largest allowed size in bytes.</param>
    /// <param name="cancel">Stops the writing; nothing is kept then.</param>
    /// <exception cref="BlobTooLargeException">More than <paramref name="limit"/> bytes arrived.</exception>
    public async Task<BlobId> WriteAsync(Stream content, long limit, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(content);
        Directory.CreateDirectory(_incoming);
        var temporary = Path.Combine(_incoming, Path.GetRandomFileName());
        try
        {
            var id = await ReceiveAsync(content, temporary, limit, cancel).ConfigureAwait(false);
            var target = PathOf(id);
            if (File.Exists(target)) return id;
            var folder = Path.GetDirectoryName(target)!;
            if (!Directory.Exists(folder))
            {
                Directory.CreateDirectory(folder);
                Durable.SyncFolder(_root);
            }

            File.Move(temporary, target, overwrite: true);
            Durable.SyncFolder(folder);
            return id;
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    /// <summary>Opens the content for reading; <c>null</c> when it is not here.</summary>
    public Stream? Open(BlobId id)
    {
        try
        {
            return new FileStream(PathOf(id), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, BufferSize, FileOptions.Asynchronous | FileOptions.SequentialScan);
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    public bool Contains(BlobId id) => File.Exists(PathOf(id));

    /// <summary>Reads the content again and says whether it still is what its name promises; false also when it is missing.</summary>
    public async Task<bool> VerifyAsync(BlobId id, CancellationToken cancel)
    {
        await using var content = Open(id);
        return content is not null && BlobId.Of(await SHA256.HashDataAsync(content, cancel).ConfigureAwait(false)) == id;
    }

    /// <summary>Forgets the content; true when it was here.</summary>
    public bool Delete(BlobId id)
    {
        var path = PathOf(id);
        if (!File.Exists(path)) return false;
        File.Delete(path);
        Durable.SyncFolder(Path.GetDirectoryName(path)!);
        return true;
    }

    /// <summary>Removes half-received files that a crash left, if older than the given time; returns how many.</summary>
    public int RemoveLeftovers(DateTimeOffset olderThan)
    {
        if (!Directory.Exists(_incoming)) return 0;
        var removed = 0;
        foreach (var file in Directory.EnumerateFiles(_incoming))
        {
            if (File.GetLastWriteTimeUtc(file) >= olderThan.UtcDateTime) continue;
            File.Delete(file);
            removed++;
        }

        return removed;
    }

    private static async Task<BlobId> ReceiveAsync(Stream content, string temporary, long limit, CancellationToken cancel)
    {
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        try
        {
            await using var file = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None, 0, FileOptions.Asynchronous);
            long total = 0;
            int read;
            while ((read = await content.ReadAsync(buffer, cancel).ConfigureAwait(false)) > 0)
            {
                total += read;
                if (total > limit) throw new BlobTooLargeException(limit);
                digest.AppendData(buffer, 0, read);
                await file.WriteAsync(buffer.AsMemory(0, read), cancel).ConfigureAwait(false);
            }

            file.Flush(flushToDisk: true);
            return BlobId.Of(digest.GetHashAndReset());
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    // A BlobId can only be 64 hexadecimal digits, so the path cannot leave the folder.
    private string PathOf(BlobId id)
    {
        var name = id.ToString();
        return Path.Combine(_root, name[..2], name[2..]);
    }
}
