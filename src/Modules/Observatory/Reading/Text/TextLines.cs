using System.Runtime.CompilerServices;

namespace Noroshi.Observatory.Reading;

/// <summary>Gives the lines of an input one after the other, without copying; over-long ones are rejected and passed over.</summary>
internal struct TextLines(InputWindow input, ReadTally tally)
{
    /// <summary>The longest line that is read.</summary>
    public const int Longest = 8 << 20;

    private const string TooLong = "line longer than 8 MiB";

    /// <summary>Number of the current line, from 1.</summary>
    public long Number { get; private set; }

    public static ReadOnlySpan<byte> WithoutByteOrderMark(ReadOnlySpan<byte> text) => text.StartsWith("\uFEFF"u8) ? text[3..] : text;

    /// <summary>The next line without its end; valid until the next call.</summary>
    public bool Next(out ReadOnlySpan<byte> line)
    {
        var available = input.Available;
        var at = available.IndexOf((byte)'\n');
        if (at < 0) return NextAcross(out line);
        line = available[..at];
        input.Take(at + 1);
        if (at > Longest) return NextAfterLong(out line);
        if (Number++ == 0) line = WithoutByteOrderMark(line);
        if (at > 0 && line.Length > 0 && line[^1] == '\r') line = line[..^1];
        return true;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool NextAcross(out ReadOnlySpan<byte> line)
    {
        var searched = input.Available.Length;
        while (true)
        {
            if (searched > Longest)
            {
                Number++;
                tally.RejectLine(TooLong, Number);
                if (!PassLine())
                {
                    line = default;
                    return false;
                }

                searched = 0;
            }

            var more = input.More();
            var available = input.Available;
            var at = available[searched..].IndexOf((byte)'\n');
            if (at >= 0) return Next(out line);
            searched = available.Length;
            if (more) continue;
            line = available;
            if (line.IsEmpty) return false;
            input.Take(line.Length);
            if (Number++ == 0) line = WithoutByteOrderMark(line);
            if (line.Length > 0 && line[^1] == '\r') line = line[..^1];
            return true;
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool NextAfterLong(out ReadOnlySpan<byte> line)
    {
        tally.RejectLine(TooLong, ++Number);
        return Next(out line);
    }

    private readonly bool PassLine()
    {
        while (true)
        {
            var at = input.Available.IndexOf((byte)'\n');
            if (at >= 0)
            {
                input.Take(at + 1);
                return true;
            }

            input.Take(input.Available.Length);
            if (!input.More()) return false;
        }
    }
}
