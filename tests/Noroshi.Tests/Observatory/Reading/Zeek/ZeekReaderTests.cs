using Noroshi.Observatory.Domain;
using Noroshi.Observatory.Reading;

namespace Noroshi.Tests.Observatory.Reading.Zeek;

public sealed class ZeekReaderTests
{
    private const string Header = "#separator \\x09\n#set_separator\t,\n#unset_field\t-\n#path\tconn\n#fields\tts\tuid\tid.orig_h\tid.orig_p\tid.resp_h\tid.resp_p\tproto\tconn_state\torig_pkts\torig_ip_bytes\n";

    [Fact]
    public void Tsv_ByItsHeader_IsOneFlowPerLine()
    {
        var read = Collected.Read(Header + "1748736000.123456\tC1\t240.0.0.1\t4000\t198.18.0.1\t23\ttcp\tS0\t3\t180\n#close\t2025\n");

        read.Report.Format.ShouldBe("zeek-tsv");
        var flow = read.Only;
        (flow.TimeMicros, flow.TargetPort, flow.SourcePort, flow.Packets, flow.Bytes, flow.Class, flow.Unit).ShouldBe((1748736000_123456, (ushort)23, (ushort)4000, 3u, 180ul, TrafficClass.Scan, CountingUnit.Flow));
    }

    [Fact]
    public void Tsv_WithItsOwnSeparatorOrderAndUnsetWord_IsReadByThem()
    {
        const string log = "#separator |\n#unset_field|NIL\n#fields|proto|id.resp_p|id.resp_h|id.orig_h|orig_pkts|ts\nudp|53|2001:db8::2|2001:db8::1|NIL|5\nicmp|3|198.18.0.1|240.0.0.1|NIL|6.5\n";
        var read = Collected.Read(log);

        read.Report.Rejected.ShouldBeEmpty();
        read.Events[0].TargetPort.ShouldBe((ushort)53);
        (read.Events[1].TargetPort, read.Events[1].Protocol, read.Events[1].TimeMicros).ShouldBe(((ushort)0, (byte)1, 6_500_000));
    }

    [Fact]
    public void Tsv_WithSecondHeader_FollowsIt()
    {
        var read = Collected.Read(Header + "1\tC\t240.0.0.1\t1\t198.18.0.1\t23\ttcp\tSF\t1\t40\n#fields\tts\tid.orig_h\tid.resp_h\tid.resp_p\tproto\n2\t240.0.0.2\t198.18.0.1\t22\ttcp\n");

        read.Events.Select(each => each.TargetPort).ShouldBe([(ushort)23, (ushort)22]);
    }

    [Theory]
    [InlineData("x\tC\t240.0.0.1\t1\t198.18.0.1\t23\ttcp\tS0\t1\t40", "ts")]
    [InlineData("1\tC\t240.0.0\t1\t198.18.0.1\t23\ttcp\tS0\t1\t40", "id.orig_h")]
    [InlineData("1\tC\t240.0.0.1\t1\t-\t23\ttcp\tS0\t1\t40", "id.resp_h")]
    [InlineData("1\tC\t240.0.0.1\t1\t198.18.0.1\t65536\ttcp\tS0\t1\t40", "id.resp_p")]
    [InlineData("1\tC\t240.0.0.1\t1\t198.18.0.1\t23\ttcq\tS0\t1\t40", "proto")]
    [InlineData("1\tC\t240.0.0.1\t1\t198.18.0.1\t23\ttcp\tS0\tmany\t40", "orig_pkts")]
    [InlineData("1\tC\t240.0.0.1\t1", "fewer columns")]
    public void Tsv_WithOneThingWrong_IsRejectedForThat(string line, string reason)
    {
        var read = Collected.Read(Header + line + "\n");

        read.Events.ShouldBeEmpty();
        read.Report.Rejected.ShouldHaveSingleItem().Key.ShouldContain(reason);
        read.Report.FirstRejected.Values.ShouldHaveSingleItem().ShouldBe("line 6");
    }

    [Fact]
    public void Tsv_WithoutUsableHeader_SaysWhatToGive()
    {
        Should.Throw<UnreadableInputException>(() => Collected.Read("#separator \\x09\n1\t2\n")).Message.ShouldContain("Line 2");
        Should.Throw<UnreadableInputException>(() => Collected.Read("#fields\tts\tquery\n")).Message.ShouldContain("conn.log");
    }

    [Fact]
    public void Json_OfEitherTimeStyle_IsTheSameFlow()
    {
        var read = Collected.Read("""
            {"ts":1748736000.5,"uid":"C","id.orig_h":"240.0.0.1","id.orig_p":1,"id.resp_h":"198.18.0.1","id.resp_p":22,"proto":"tcp","conn_state":"SF","orig_pkts":10,"orig_ip_bytes":1000}
            {"ts":"2025-06-01T00:00:00.500000Z","id.orig_h":"240.0.0.1","id.resp_h":"198.18.0.1","id.resp_p":22,"proto":"tcp"}
            {"ts":1.7487360005e9,"id.orig_h":"240.0.0.1","id.resp_h":"198.18.0.1","id.resp_p":22,"proto":"tcp"}
            {"ts":-5,"id.orig_h":"240.0.0.1","id.resp_h":"198.18.0.1","id.resp_p":22,"proto":"tcp"}
            {"ts":5,"id.orig_h":"240.0.0.1","id.resp_h":"198.18.0.1","id.resp_p":22
            """);

        read.Report.Format.ShouldBe("zeek-json");
        read.Events.Select(each => each.TimeMicros).ShouldAllBe(time => time == 1748736000_500000);
        read.Events.Count.ShouldBe(3);
        read.Report.Rejected.Values.Sum().ShouldBe(2);
        (read.Events[0].Packets, read.Events[0].Class).ShouldBe((10u, TrafficClass.Other));
    }

    [Theory]
    [InlineData("zeek-tsv-conn-07.log.gz", 4179, 367)]
    [InlineData("zeek-tsv-conn-16.log.gz", 7260, 0)]
    public void Tsv_OfARealSensor_HasTheCountsThatMawkFinds(string name, int lines, int toPort22)
    {
        // zcat F | mawk -F'\t' '!/^#/{n++; if($7==22 && $8=="tcp")p++} END{print n,p+0}' (the first column is _node_name)
        using var file = File.OpenRead(Collected.RealInput(name));
        var read = Collected.Read(file);

        read.Report.Rejected.ShouldBeEmpty();
        read.Report.Events.ShouldBe(lines);
        read.Events.Count(each => each is { TargetPort: 22, Protocol: 6 }).ShouldBe(toPort22);
    }

    [Fact]
    public void Json_OfARealSensor_HasTheCountsThatJqFinds()
    {
        // jq -r '."id.resp_p"' F | sort | uniq -c
        using var file = File.OpenRead(Collected.RealInput("zeek-json-portscan-horizontal-conn.log"));
        var read = Collected.Read(file);

        read.Report.Rejected.ShouldBeEmpty();
        read.Report.Events.ShouldBe(41);
        read.Events.Count(each => each is { TargetPort: 80, Protocol: 6 }).ShouldBe(30);
    }
}
