using Noroshi.Kernel;
using Noroshi.Observatory.Core;
using Noroshi.Observatory.Domain;
using Noroshi.Observatory.Enrichment;
using Noroshi.Observatory.Reading;

namespace Noroshi.Observatory.Features;

/// <summary>A summary under way: reads file after file, then answers.</summary>
internal sealed class SummariseRun : IDisposable
{
    private readonly Summary summary;
    private readonly ReadOptions options;
    private readonly List<(string File, string Problem)> unreadable = [];
    private SummarySink sink;
    private int read;

    private SummariseRun(SummariseRequest request, Summary summary, ReadOptions options)
    {
        Request = request;
        this.summary = summary;
        this.options = options;
        sink = new SummarySink(summary);
    }

    public SummariseRequest Request { get; }

    public UnitCounts Units { get; } = new();

    /// <summary>Bad records by reason.</summary>
    public SortedDictionary<string, ReasonCount> Rejected { get; } = new(StringComparer.Ordinal);

    /// <summary>Good records of kinds that are not read, by kind.</summary>
    public SortedDictionary<string, ReasonCount> Skipped { get; } = new(StringComparer.Ordinal);

    public DateTimeOffset? From { get; private set; }

    public DateTimeOffset? To { get; private set; }

    /// <summary>Records of all units; a number of records, not of one thing.</summary>
    public long Events { get; private set; }

    public bool NothingRead => read == 0;

    public IReadOnlyList<(string File, string Problem)> Unreadable => unreadable;

    public GeographyInfo? Geography => summary.Groupings.Any(each => each.NeedsGeography) ? summary.Enricher?.Geography.Info : null;

    /// <summary>Packets that look like each tool, one by one.</summary>
    public (long Mirai, long ZMap, long Masscan) FingerprintPackets => (sink.Mirai, sink.ZMap, sink.Masscan);

    /// <exception cref="ArgumentException">The groupings asked for do not exist or cannot be joined.</exception>
    public static SummariseRun Start(SummariseRequest request)
    {
        var groupings = Grouping.Parse(request.By, out var problem) ?? throw new ArgumentException($"--by: {problem}");
        var needsPlaces = groupings.Any(each => each.NeedsGeography || each.Has(GroupField.Sector));
        var mapping = request.Mapping is null ? null : MappingFile.Load(request.Mapping);
        var enricher = needsPlaces ? request.Enrichment.Open(CountryCode.Unknown) : null;
        return new SummariseRun(request, new Summary(groupings, !request.CountOnly, enricher), new ReadOptions { Format = request.Format, Mapping = mapping });
    }

    public void Read(string file, CancellationToken cancel)
    {
        try
        {
            Take(EventReader.Read(file, options, ref sink, cancel), file);
        }
        catch (Exception problem) when (problem is UnreadableInputException or IOException or UnauthorizedAccessException)
        {
            unreadable.Add((file, problem.Message));
        }
    }

    /// <summary>The largest groups of each grouping. Call once.</summary>
    public IReadOnlyList<(Grouping Grouping, IReadOnlyList<SummaryRow> Rows)> Groups()
    {
        var made = summary.Tables.SelectMany(table => SummaryGroups.Make(summary, table)).ToDictionary(each => each.Grouping, each => each.Groups);
        return [.. summary.Groupings.Select(grouping => (grouping, SummaryRows.Top(summary, grouping, made[grouping], Request.Top)))];
    }

    /// <summary>How many groups each grouping has. Call once.</summary>
    public IReadOnlyList<GroupCount> Distinct()
    {
        var counted = new List<GroupCount>();
        foreach (var table in summary.Tables) counted.AddRange(SummaryGroups.Count(summary, table));
        return [.. summary.Groupings.Select(grouping => counted.Find(each => each.Grouping == grouping)!)];
    }

    public void Dispose() => summary.Dispose();

    private void Take(ReadReport report, string file)
    {
        read++;
        Units.Add(report.Units);
        Events += report.Events;
        foreach (var (kind, count) in report.Skipped) Count(Skipped, kind, count, file);
        foreach (var (reason, count) in report.Rejected) Count(Rejected, reason, count, $"{file}, {report.FirstRejected[reason]}");

        if (report.From < From || From is null) From = report.From;
        if (report.To > To || To is null) To = report.To;
    }

    private static void Count(SortedDictionary<string, ReasonCount> reasons, string reason, long count, string first)
    {
        if (reasons.TryGetValue(reason, out var met)) met.Count += count;
        else reasons.Add(reason, new ReasonCount { Count = count, First = first });
    }
}
