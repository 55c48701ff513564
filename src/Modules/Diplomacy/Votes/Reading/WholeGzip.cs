using System.Buffers.Binary;
using System.IO.Compression;

namespace Noroshi.Diplomacy.Votes.Reading;

/// <summary>Unpacks a gzip file and notices at its end whether all of it was there: the platform's reader takes a file that breaks off for a shorter one.</summary>
internal sealed class WholeGzip(FileStream file) : Stream
{
    private readonly GZipStream _unpacked = new(file, CompressionMode.Decompress);
    private uint _length;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(Span<byte> buffer) => Seen(_unpacked.Read(buffer), buffer.Length);

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => Seen(await _unpacked.ReadAsync(buffer, cancellationToken), buffer.Length);

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing) _unpacked.Dispose();
        base.Dispose(disposing);
    }

    // The last four bytes say how long the content is, in two to the 32 (RFC 1952).
    private int Seen(int read, int asked)
    {
        _length = unchecked(_length + (uint)read);
        if (read > 0 || asked == 0) return read;
        Span<byte> told = stackalloc byte[4];
        if (RandomAccess.Read(file.SafeFileHandle, told, Math.Max(0, file.Length - 4)) != 4 || BinaryPrimitives.ReadUInt32LittleEndian(told) != _length)
            throw new InvalidDataException("The gzip file breaks off, or holds several files one behind the other.");
        return 0;
    }
}
