namespace Noroshi.Observatory.Reading;

/// <summary>Tells how many bytes were taken from a stream that it does not own; what was looked at first is given again.</summary>
internal sealed class CountedStream(Stream inner, ReadOnlyMemory<byte> first, IProgress<long>? progress) : Stream
{
    private const long Step = 8 << 20;

    private ReadOnlyMemory<byte> pending = first;
    private long taken = first.Length;
    private long told;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override int Read(Span<byte> buffer)
    {
        if (pending.Length > 0)
        {
            var count = Math.Min(buffer.Length, pending.Length);
            pending.Span[..count].CopyTo(buffer);
            pending = pending[count..];
            return count;
        }

        var read = inner.Read(buffer);
        taken += read;
        if (progress is not null && (taken - told >= Step || read == 0))
        {
            told = taken;
            progress.Report(taken);
        }

        return read;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
