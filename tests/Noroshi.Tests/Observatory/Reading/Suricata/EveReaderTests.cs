using Noroshi.Observatory.Domain;

namespace Noroshi.Tests.Observatory.Reading.Suricata;

public sealed class EveReaderTests
{
    [Fact]
    public void Eve_WithFlow_IsOneFlowWithWhatTheSourceSent()
    {
        var flow = Collected.Read(EveLines.Flow).Only;

        flow.Unit.ShouldBe(CountingUnit.Flow);
        flow.TimeMicros.ShouldBe(new DateTimeOffset(2025, 6, 1, 1, 0, 0, TimeSpan.Zero).ToUnixTimeMilliseconds() * 1000 + 123_456);
        (flow.Source.ToString(), flow.SourcePort, flow.Target.ToString(), flow.TargetPort, flow.Protocol).ShouldBe(("240.1.2.3", (ushort)51698, "198.18.1.129", (ushort)445, (byte)6));
        (flow.Packets, flow.Bytes, flow.Class).ShouldBe((3u, 180ul, TrafficClass.Scan));
    }

    [Fact]
    public void Eve_WithAlert_IsOneAlertTaggedBySignature()
    {
        var read = Collected.Read(EveLines.Alert + "\n" + EveLines.Alert);

        read.Events.ShouldAllBe(each => each.Unit == CountingUnit.Alert && each.Class == TrafficClass.Alert && each.Tag == 1);
        read.Report.Tags.ShouldBe(["", "EXERCISE probe"]);
        read.Report.Units.ToArray().ShouldBe([KeyValuePair.Create(CountingUnit.Alert, 2L)]);
    }

    [Fact]
    public void Eve_WithEscapedSignature_TagsItsText() =>
        Collected.Read("""{ "timestamp" : "2025-06-01T01:00:00Z", "event_type" : "alert", "src_ip":"240.0.0.1", "dest_ip":"198.18.0.2", "proto":"GRE", "alert":{"signature":"caf\u00e9 \"x\" 狼煙\u0000"}}""").Report.Tags[1].ShouldBe("café \"x\" 狼煙");

    [Fact]
    public void Eve_WithIcmp_HasNoPorts() => (Collected.Read(EveLines.Ping).Only is { TargetPort: 0, SourcePort: 0, Protocol: 1, Class: TrafficClass.Other }).ShouldBeTrue();

    [Fact]
    public void Eve_WithOtherEvents_SkipsThemByKindAndInventsNone()
    {
        var odd = EveLines.Dns.Replace("\"dns\",", "\"invented\",", StringComparison.Ordinal);
        var read = Collected.Read($"{EveLines.Dns}\n{EveLines.Dns}\n{odd}\n");

        read.Events.ShouldBeEmpty();
        read.Report.Rejected.ShouldBeEmpty();
        read.Report.Skipped["dns event"].ShouldBe(2);
        read.Report.Skipped["event of another kind"].ShouldBe(1);
    }

    [Theory]
    [InlineData("\"src_ip\":\"240.1.2.3\"", "\"src_ip\":\"240.1.2.300\"", "address")]
    [InlineData("\"src_ip\":\"240.1.2.3\",", "", "address")]
    [InlineData("2025-06-01T10", "2025-13-01T10", "timestamp")]
    [InlineData("\"proto\":\"TCP\"", "\"proto\":\"QUUX\"", "protocol")]
    [InlineData("51698", "516980", "port")]
    [InlineData("\"event_type\":\"flow\",", "", "event_type")]
    [InlineData("\"tcp\":{\"syn\":true}}", "\"tcp\":{\"syn\":true", "JSON")]
    public void Eve_WithOneThingWrong_IsRejectedForThat(string from, string to, string reason)
    {
        var read = Collected.Read(EveLines.Flow.Replace(from, to, StringComparison.Ordinal) + "\n", "eve");

        read.Events.ShouldBeEmpty();
        read.Report.Rejected.ShouldHaveSingleItem().Key.ShouldContain(reason);
    }

    [Fact]
    public void Eve_OfARealSensor_HasTheCountsThatJqFinds()
    {
        // zcat slips-eve.json.gz | jq -r .event_type | sort | uniq -c; … | jq -r 'select(.event_type=="alert" and .dest_port==1433 and .proto=="TCP")' | grep -c timestamp
        using var file = File.OpenRead(Collected.RealInput("slips-eve.json.gz"));
        var read = Collected.Read(file);

        read.Report.Rejected.ShouldBeEmpty();
        read.Report.Units[CountingUnit.Alert].ShouldBe(745);
        read.Report.Units[CountingUnit.Flow].ShouldBe(3512);
        read.Report.Skipped.ShouldBe(new Dictionary<string, long> { ["anomaly event"] = 3, ["dns event"] = 680, ["fileinfo event"] = 3, ["http event"] = 56, ["tls event"] = 1 }, ignoreOrder: true);
        read.Events.Count(each => each is { Unit: CountingUnit.Alert, TargetPort: 1433, Protocol: 6 }).ShouldBe(144);
    }
}
