using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Noroshi.Observatory.Domain;

namespace Noroshi.Observatory.Reading;

/// <summary>The running counts of one input. Reasons come from a fixed set, so that a hostile file cannot make the tables grow.</summary>
internal sealed class ReadTally(TagTable? tags = null)
{
    private readonly long[] units = new long[4];
    private readonly Dictionary<string, long> rejected = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> firstRejected = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> skipped = new(StringComparer.Ordinal);
    private long from = long.MaxValue;
    private long to = long.MinValue;

    /// <summary>Texts of alerts and reports.</summary>
    public TagTable Tags { get; } = tags ?? new TagTable();

    /// <summary>Records read so far.</summary>
    public long Events => units[0] + units[1] + units[2] + units[3];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Count(CountingUnit unit, long timeMicros)
    {
        units[(int)unit & 3]++;
        if (timeMicros < from) from = timeMicros;
        if (timeMicros > to) to = timeMicros;
    }

    public void RejectLine(string reason, long line) => Reject(reason, "line", line);

    public void RejectByte(string reason, long offset) => Reject(reason, "byte", offset);

    public void Skip(string kind) => CollectionsMarshal.GetValueRefOrAddDefault(skipped, kind, out _)++;

    public ReadReport ToReport(string format) => new()
    {
        Format = format,
        Events = Events,
        Units = Counts(),
        From = from == long.MaxValue ? null : FromMicros(from),
        To = to == long.MinValue ? null : FromMicros(to),
        Rejected = rejected,
        FirstRejected = firstRejected,
        Skipped = skipped,
        Tags = Tags.Texts,
    };

    private UnitCounts Counts()
    {
        var counts = new UnitCounts();
        for (var unit = 0; unit < units.Length; unit++) counts.Add((CountingUnit)unit, units[unit]);
        return counts;
    }

    private static DateTimeOffset FromMicros(long micros) => DateTimeOffset.UnixEpoch.AddTicks(micros * TimeSpan.TicksPerMicrosecond);

    private void Reject(string reason, string what, long where)
    {
        ref var count = ref CollectionsMarshal.GetValueRefOrAddDefault(rejected, reason, out _);
        if (count++ == 0) firstRejected[reason] = string.Create(CultureInfo.InvariantCulture, $"{what} {where}");
    }
}
