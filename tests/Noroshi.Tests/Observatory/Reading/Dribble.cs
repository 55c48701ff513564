namespace Noroshi.Tests.Observatory.Reading;

/// <summary>A stream that gives a different number of bytes each time, as pipes and networks do.</summary>
internal sealed class Dribble(byte[] content) : MemoryStream(content, writable: false)
{
    private int turn;

    public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(buffer.Length, Next())]);

    public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(count, Next()));

    private int Next() => 1 + (turn++ * 7919 % 70_001);
}
