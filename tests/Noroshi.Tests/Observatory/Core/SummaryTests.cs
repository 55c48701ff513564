using Noroshi.Kernel;
using Noroshi.Observatory.Core;
using Noroshi.Observatory.Domain;
using Noroshi.Observatory.Enrichment;

namespace Noroshi.Tests.Observatory.Core;

public sealed class SummaryTests
{
    private static readonly string[] Fields = ["country", "asn", "source", "source24", "proto", "port", "fingerprint", "class"];

    [Fact]
    public void Summary_OfRandomEvents_AgreesWithPlainGrouping()
    {
        var random = new Random(5);
        var events = Enumerable.Range(0, 60_000).Select(_ => Any(random)).ToArray();
        string[] groupings = ["port", "source", "source24", "proto", "class", "fingerprint", "source24+proto+port", "fingerprint+port", "source+fingerprint", "class+source24", "proto+source"];
        var found = Count(events, string.Join(',', groupings), null);
        foreach (var name in groupings) found[name].ShouldBe(Plainly(events, name), name);
    }

    [Fact]
    public void Summary_WithOneGroupingAlone_AgreesWithManyTogether()
    {
        var random = new Random(6);
        var events = Enumerable.Range(0, 20_000).Select(_ => Any(random)).ToArray();
        var together = Count(events, string.Join(',', Fields), null);
        foreach (var field in Fields) Count(events, field, null)[field].ShouldBe(together[field], field);
    }

    [Fact]
    public void Distinct_WithoutSources_IsTheNumberOfGroups()
    {
        var random = new Random(7);
        var events = Enumerable.Range(0, 30_000).Select(_ => Any(random)).ToArray();
        foreach (var name in (string[])["port", "source24+proto+port", "source24", "source", "fingerprint", "country+port"])
        {
            using var summary = Feed(events, name, countSources: false, null);
            SummaryGroups.Count(summary, summary.First).ShouldHaveSingleItem().Distinct.ShouldBe(Plainly(events, name).Count, name);
        }
    }

    [Fact]
    public void Group_OfIPv6Source_IsInNoSource24()
    {
        var found = Count([new ObservedEvent { Source = new NetworkAddress(1, 2), Protocol = 6, TargetPort = 1 }], "source24,port", null);

        found["source24"].ShouldBeEmpty();
        found["port"].Count.ShouldBe(1);
    }

    [Theory]
    [InlineData(3, "none")]
    [InlineData(4, "mirai")]
    public void Fingerprint_OfOneSource_NeedsFourPackets(int packets, string expected)
    {
        var events = Enumerable.Repeat(new ObservedEvent { Source = NetworkAddress.FromIPv4(1), Protocol = 6, Marks = 2 }, packets)
            .Append(new ObservedEvent { Source = NetworkAddress.FromIPv4(2), Protocol = 6, Marks = 2 }).ToArray();

        Count(events, "fingerprint", null)["fingerprint"].ShouldContain(row => row.Key == expected && row.Sources >= 1);
        Count(events, "fingerprint", null)["fingerprint"].Sum(row => row.Events).ShouldBe(packets + 1);
    }

    [Fact]
    public void Summary_WithEnrichment_GroupsByCountryNetworkAndSector()
    {
        var enricher = Exercise();
        ObservedEvent[] events =
        [
            new() { Source = Address("240.0.0.1"), Target = Address("198.18.0.1"), Protocol = 6, TargetPort = 23 },
            new() { Source = Address("240.0.0.2"), Target = Address("198.18.0.2"), Protocol = 6, TargetPort = 23 },
            new() { Source = Address("240.0.0.2"), Target = Address("198.18.9.2"), Protocol = 6, TargetPort = 23 },
            new() { Source = Address("9.9.9.9"), Target = Address("198.18.9.2"), Protocol = 17, TargetPort = 53 },
        ];
        var found = Count(events, "country,asn,sector,sector+port,country+source,sector+class", enricher);

        found["country"].ShouldBe([new SummaryRow("PH", CountingUnit.Packet, 3, 2), new SummaryRow("unknown", CountingUnit.Packet, 1, 1)]);
        found["asn"].ShouldBe([new SummaryRow("64512", CountingUnit.Packet, 3, 2), new SummaryRow("unknown", CountingUnit.Packet, 1, 1)]);
        found["sector"].ShouldBe([new SummaryRow("electricity", CountingUnit.Packet, 2, 2), new SummaryRow("unknown", CountingUnit.Packet, 2, 2)]);
        found["sector+port"].Select(row => row.Key).ShouldBe(["electricity+23/tcp", "unknown+23/tcp", "unknown+53/udp"], ignoreOrder: true);
        found["country+source"].Select(row => row.Key).ShouldContain("PH+240.0.0.2");
        found["sector+class"].Sum(row => row.Events).ShouldBe(4);
    }

    [Fact]
    public void Units_InOneSummary_AreNeverAdded()
    {
        ObservedEvent[] events = [new() { Unit = CountingUnit.Flow, Protocol = 6 }, new() { Unit = CountingUnit.Alert, Protocol = 6 }, new() { Unit = CountingUnit.Alert, Protocol = 6 }];

        Count(events, "proto", null)["proto"].ShouldBe([new SummaryRow("tcp", CountingUnit.Flow, 1, 1), new SummaryRow("tcp", CountingUnit.Alert, 2, 1)]);
    }

    [Fact]
    public void Grouping_ByUnknownName_SaysWhichAreKnown()
    {
        Grouping.Parse("port,colour", out var problem).ShouldBeNull();
        problem!.ShouldContain("'colour'");
        problem!.ShouldContain("source24");
        Grouping.Parse(" , ", out problem).ShouldBeNull();
        Should.Throw<ArgumentException>(() => new Summary(Grouping.Parse("sector+port+class", out _)!, true, null).Dispose());
    }

    [Fact]
    public void Top_WithFewerAsked_GivesTheLargest()
    {
        var events = Enumerable.Range(1, 50).SelectMany(port => Enumerable.Repeat(new ObservedEvent { Protocol = 6, TargetPort = (ushort)port }, port)).ToArray();
        using var summary = Feed(events, "port", true, null);
        var (grouping, groups) = SummaryGroups.Make(summary, summary.First).Single();

        SummaryRows.Top(summary, grouping, groups, 3).Select(row => row.Key).ShouldBe(["50/tcp", "49/tcp", "48/tcp"]);
    }

    internal static Enricher Exercise()
    {
        using var folder = new Reading.Scratch();
        var overlay = folder.Write("overlay.csv", System.Text.Encoding.UTF8.GetBytes(Overlay.Header + "\n240.0.0.0/8,PH,64512,EXERCISE Network,EXERCISE\n"));
        var plan = folder.Write("plan.csv", System.Text.Encoding.UTF8.GetBytes(AddressPlan.Header + "\n198.18.0.0/24,1,EXERCISE Power,演習電力,electricity,private,JP\n"));
        return new Enricher(Geography.Load(new EnrichmentFiles { Overlay = overlay }, folder.Path, folder.Path), AddressPlan.Load(plan), ResearchScanners.None, CountryCode.Parse("JP"));
    }

    internal static NetworkAddress Address(string text) => NetworkAddress.TryParse(text, out var address) ? address : throw new FormatException(text);

    private static Dictionary<string, IReadOnlyList<SummaryRow>> Count(ObservedEvent[] events, string by, Enricher? enricher)
    {
        using var summary = Feed(events, by, countSources: true, enricher);
        return summary.Tables.SelectMany(table => SummaryGroups.Make(summary, table)).ToDictionary(made => made.Grouping.Name, made => SummaryRows.Top(summary, made.Grouping, made.Groups, 1_000_000));
    }

    private static Summary Feed(ObservedEvent[] events, string by, bool countSources, Enricher? enricher)
    {
        var summary = new Summary(Grouping.Parse(by, out _)!, countSources, enricher);
        var sink = new SummarySink(summary);
        foreach (ref readonly var observed in events.AsSpan()) sink.Add(in observed);
        return summary;
    }

    private static List<SummaryRow> Plainly(ObservedEvent[] events, string by)
    {
        var decided = events.Where(each => each.LooksLike != Fingerprint.None).GroupBy(each => (each.Source, each.LooksLike)).Where(group => group.Count() >= 4).Select(group => group.Key).ToHashSet();
        return
        [
            .. events.Where(each => !by.Contains("source24", StringComparison.Ordinal) || each.Source.IsIPv4)
                .GroupBy(each => (Key: string.Join('+', by.Split('+').Select(field => Text(field, each, decided))), each.Unit))
                .Select(group => new SummaryRow(group.Key.Key, group.Key.Unit, group.Count(), group.Select(each => each.Source).Distinct().Count()))
                .OrderBy(row => row.Unit).ThenByDescending(row => row.Events).ThenBy(row => row.Key, StringComparer.Ordinal),
        ];
    }

    private static string Text(string field, ObservedEvent observed, HashSet<(NetworkAddress, Fingerprint)> decided) => field switch
    {
        "source" => observed.Source.ToString(),
        "source24" => $"{NetworkAddress.FromIPv4(observed.Source.IPv4 & 0xFFFFFF00)}/24",
        "proto" => observed.Protocol switch { 6 => "tcp", 17 => "udp", 1 => "icmp", var other => $"proto-{other}" },
        "port" => new PortKey(observed.Protocol, observed.TargetPort).ToString(),
        "fingerprint" => decided.Contains((observed.Source, observed.LooksLike)) ? observed.LooksLike.ToString().ToLowerInvariant() : "none",
        "class" => observed.Class == TrafficClass.BruteForce ? "brute-force" : observed.Class.ToString().ToLowerInvariant(),
        "country" or "asn" => "unknown",
        _ => throw new ArgumentOutOfRangeException(nameof(field)),
    };

    private static ObservedEvent Any(Random random)
    {
        var observed = Some(random);
        // As every reader has it: protocols without ports have none.
        return observed.Protocol is 6 or 17 ? observed : observed with { TargetPort = 0 };
    }

    private static ObservedEvent Some(Random random) => new()
    {
        Source = random.Next(5) == 0 ? new NetworkAddress(0x20010DB8_00000000, (ulong)random.Next(50)) : NetworkAddress.FromIPv4((uint)(0xF0000000 + random.Next(3000) + (random.Next(2) * 0x01000000))),
        Protocol = (byte)((int[])[6, 17, 1, 47])[random.Next(4)],
        TargetPort = (ushort)random.Next(12),
        Unit = (CountingUnit)random.Next(2),
        Class = (TrafficClass)random.Next(6),
        Marks = (byte)(random.Next(4) == 0 ? random.Next(8) << 1 : 0),
    };
}
