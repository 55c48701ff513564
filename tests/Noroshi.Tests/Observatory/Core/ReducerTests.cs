using Noroshi.Kernel;
using Noroshi.Observatory.Core;
using Noroshi.Observatory.Domain;

namespace Noroshi.Tests.Observatory.Core;

public sealed class ReducerTests
{
    private const long Start = 1_748_736_000_000_000;
    private const long Second = 1_000_000;

    [Fact]
    public void Events_OfOneMinuteSourceAndPort_AreOneRow()
    {
        var rows = Reduce([Syn(0, target: 1), Syn(20, target: 2), Syn(59, target: 2), Syn(60, target: 1)]);

        rows.Select(row => (row.MinuteMicros, row.Events, row.Targets, row.Packets, row.Bytes)).ShouldBe([(Start, 3u, 2u, 3ul, 180ul), (Start + (60 * Second), 1u, 1u, 1ul, 60ul)]);
        rows[0].Class.ShouldBe(TrafficClass.Scan);
        (rows[0].SourceCountry.ToString(), rows[0].Asn, rows[0].Sector, rows[0].TargetKind, rows[0].Origin).ShouldBe(("PH", 64512u, (ushort)6, TargetKind.Private, Origin.Foreign));
    }

    [Fact]
    public void Events_InAnyOrder_AddUpToTheSame()
    {
        var random = new Random(11);
        var events = Enumerable.Range(0, 40_000).Select(_ => Syn(random.Next(3600), source: (uint)random.Next(300), target: (uint)random.Next(4), port: (ushort)random.Next(5), marks: (byte)(random.Next(3) << 1))).ToArray();
        var sorted = events.OrderBy(each => each.TimeMicros).ToArray();

        Merge(Reduce(events)).ShouldBe(Merge(Reduce(sorted)));
        Merge(Reduce(events, tupleLimit: 100)).ShouldBe(Merge(Reduce(sorted)));
        Reduce(sorted).Sum(row => row.Events).ShouldBe(40_000);
    }

    [Fact]
    public void Targets_OfSortedEvents_AreExactInEveryMinute()
    {
        var events = Enumerable.Range(0, 6000).Select(i => Syn(i / 10, target: (uint)(i % 7))).ToArray();

        Reduce(events).ShouldAllBe(row => row.Targets == 7);
    }

    [Fact]
    public void Fingerprint_OfASlowScanner_IsGivenToItsFirstRowsToo()
    {
        var events = Enumerable.Range(0, 4).Select(i => Syn(i * 600, marks: 2)).Append(Syn(3000, source: 9, marks: 2)).ToArray();
        var rows = Reduce(events);

        rows.Where(row => row.Source == Address(0)).ShouldAllBe(row => row.Fingerprint == Fingerprint.Mirai && row.Class == TrafficClass.Worm);
        rows.Single(row => row.Source == Address(9)).Fingerprint.ShouldBe(Fingerprint.None);
        rows.Count.ShouldBe(5);
    }

    [Fact]
    public void Backscatter_HoweverItLooks_IsNeverAToolOrAWorm()
    {
        var events = Enumerable.Range(0, 8).Select(i => Syn(i, marks: 2) with { Class = TrafficClass.Backscatter }).ToArray();

        Reduce(events).ShouldHaveSingleItem().ShouldSatisfyAllConditions(row => row.Class.ShouldBe(TrafficClass.Backscatter), row => row.Fingerprint.ShouldBe(Fingerprint.None));
    }

    [Theory]
    [InlineData(22, 12, 1, "BruteForce")]
    [InlineData(22, 9, 1, "Scan")]
    [InlineData(22, 12, 12, "Scan")]
    [InlineData(8080, 12, 1, "Scan")]
    public void Connections_RepeatedToALoginPort_AreBruteForce(int port, int times, int targets, string expected) =>
        Reduce([.. Enumerable.Range(0, times).Select(i => Syn(i, target: (uint)(i % targets), port: (ushort)port))]).ShouldHaveSingleItem().Class.ToString().ShouldBe(expected);

    [Fact]
    public void Alerts_OfDifferentSignatures_AreDifferentRows()
    {
        ObservedEvent[] events = [Alert(1), Alert(2), Alert(1)];

        Reduce(events).Select(row => (row.Tag, row.Events, row.Class)).ShouldBe([(1, 2u, TrafficClass.Alert), (2, 1u, TrafficClass.Alert)], ignoreOrder: true);
    }

    [Fact]
    public void Sources_BeyondTheLimit_AreForgottenButKeepTheirPlace()
    {
        var events = Enumerable.Range(0, 20_000).Select(i => Syn(i / 100, source: (uint)i)).ToArray();
        var rows = Reduce(events, sourceLimit: 1000);

        rows.Count.ShouldBe(20_000);
        rows.ShouldAllBe(row => row.Asn == 64512);
    }

    [Fact]
    public void Time_ThatJumpsFarAhead_LosesNothing()
    {
        ObservedEvent[] events = [Syn(0), Syn(10_000_000_000), .. Enumerable.Range(1, 500).Select(i => Syn(i * 60))];

        Reduce(events, tupleLimit: 64).Sum(row => row.Events).ShouldBe(502);
    }

    private static ObservedEvent Alert(int tag) => Syn(0) with { Unit = CountingUnit.Alert, Class = TrafficClass.Alert, Tag = tag };

    private static NetworkAddress Address(uint number) => NetworkAddress.FromIPv4(0xF0000000 + number);

    private static ObservedEvent Syn(long second, uint source = 0, uint target = 1, ushort port = 23, byte marks = 0) => new()
    {
        TimeMicros = Start + (second * Second),
        Source = Address(source),
        Target = NetworkAddress.FromIPv4(0xC6120000 + target),
        TargetPort = port,
        Protocol = 6,
        Class = TrafficClass.Scan,
        Packets = 1,
        Bytes = 60,
        Marks = marks,
    };

    private static List<Observation> Reduce(ObservedEvent[] events, int tupleLimit = 1 << 20, int sourceLimit = 1 << 22)
    {
        var rows = new List<Observation>();
        var reducer = new Reducer(SummaryTests.Exercise(), batch => rows.AddRange(batch), tupleLimit, sourceLimit);
        var sink = reducer.Sink;
        foreach (ref readonly var observed in events.AsSpan()) sink.Add(in observed);
        reducer.Finish();
        reducer.Rows.ShouldBe(rows.Count);
        return rows;
    }

    private static List<(long, string, int, Fingerprint, long, long)> Merge(List<Observation> rows) =>
    [
        .. rows.GroupBy(row => (row.MinuteMicros, row.Source, row.TargetPort, row.Fingerprint))
            .Select(group => (group.Key.MinuteMicros, group.Key.Source.ToString(), (int)group.Key.TargetPort, group.Key.Fingerprint, group.Sum(row => row.Events), group.Sum(row => (long)row.Bytes)))
            .Order(),
    ];
}
