using System.Buffers;

namespace Noroshi.Observatory.Reading;

/// <summary>A sliding view of an input: memory stays bounded whatever the input's size and whatever its lengths claim.</summary>
internal sealed class InputWindow : IDisposable
{
    // Half of a level-2 cache: the copy out of the page cache is then read again before it leaves the cache.
    private const int NormalSize = 512 * 1024;

    private readonly Stream stream;
    private readonly CancellationToken cancel;
    private byte[] buffer = ArrayPool<byte>.Shared.Rent(NormalSize);
    private int start;
    private int end;
    private long passed;

    public InputWindow(Stream stream, CancellationToken cancel)
    {
        this.stream = stream;
        this.cancel = cancel;
    }

    /// <summary>What is there now and not yet taken.</summary>
    public ReadOnlySpan<byte> Available => buffer.AsSpan(start, end - start);

    /// <summary>Position of the first available byte in the (decompressed) input.</summary>
    public long Offset => passed + start;

    /// <summary>True when the input has nothing more to give than <see cref="Available"/>.</summary>
    public bool Ended { get; private set; }

    /// <summary>Why the input ended before its own end (a damaged or cut compression), or null.</summary>
    public string? Damage { get; private set; }

    public void Take(int count) => start += count;

    /// <summary>Tries to have at least <paramref name="count"/> bytes available, growing where needed; false when the input ends before.</summary>
    public bool Ensure(int count)
    {
        while (end - start < count)
        {
            if (Ended) return false;
            Fill(count);
        }

        return true;
    }

    /// <summary>Gets more bytes than are available now; false when the input has ended.</summary>
    public bool More() => Ensure(end - start + 1);

    /// <summary>Passes over bytes without keeping them; false when the input ends before.</summary>
    public bool Skip(long count)
    {
        while (count > end - start)
        {
            count -= end - start;
            start = end;
            if (!More()) return false;
        }

        start += (int)count;
        return true;
    }

    public void Dispose()
    {
        stream.Dispose();
        ArrayPool<byte>.Shared.Return(buffer);
        buffer = [];
        start = end = 0;
    }

    private void Fill(int wanted)
    {
        cancel.ThrowIfCancellationRequested();
        var kept = end - start;
        if (wanted > buffer.Length)
        {
            // Doubling, so that asking for one byte more each time costs linear work.
            var bigger = ArrayPool<byte>.Shared.Rent(Math.Max(wanted, checked(buffer.Length * 2)));
            buffer.AsSpan(start, kept).CopyTo(bigger);
            ArrayPool<byte>.Shared.Return(buffer);
            buffer = bigger;
        }
        else if (start > 0)
        {
            buffer.AsSpan(start, kept).CopyTo(buffer);
        }

        passed += start;
        start = 0;
        end = kept;
        try
        {
            while (end < buffer.Length)
            {
                var read = stream.Read(buffer, end, buffer.Length - end);
                if (read == 0)
                {
                    Ended = true;
                    return;
                }

                end += read;
                if (end >= wanted && end >= NormalSize / 2) return;
            }
        }
        catch (InvalidDataException problem)
        {
            Ended = true;
            Damage = problem.Message;
        }
    }
}
