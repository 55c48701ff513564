namespace Noroshi.Observatory.Core;

/// <summary>Marks per open minute, so that a closed minute's marks make room; those of late events are kept together.</summary>
internal sealed class MinuteMarks(int limit)
{
    private const long Minute = 60_000_000;
    private const int Open = 4;

    private readonly HashMarks[] marks = [new(limit), new(limit), new(limit), new(limit)];
    private readonly long[] minutes = [-1, -1, -1, -1];
    private readonly HashMarks late = new(limit);

    public HashMarks Of(long minute)
    {
        var at = (int)(minute / Minute % Open);
        if (minutes[at] == minute) return marks[at];
        if (minutes[at] > minute) return late;
        minutes[at] = minute;
        marks[at].Clear();
        return marks[at];
    }

    public void Clear()
    {
        foreach (var each in marks) each.Clear();
        late.Clear();
    }
}
