using System.Text;
using Noroshi.Observatory.Domain;
using Noroshi.Observatory.Reading;

namespace Noroshi.Tests.Observatory.Reading.Tables;

public sealed class CsvReaderTests
{
    [Fact]
    public void Csv_WithUsualHeader_NeedsNoMapping()
    {
        var read = Collected.Read("\uFEFFTimestamp;Src IP;dst_ip;Dst-Port;proto;packets\r\n2025-06-01 00:00:00;240.0.0.1;198.18.0.1;23;TCP;4\r\n1748736000123;2001:db8::1;2001:db8::2;53;17;\r\n");

        read.Report.Format.ShouldBe("csv");
        read.Report.Units.ShouldHaveSingleItem().Key.ShouldBe(CountingUnit.Flow);
        read.Events.Select(each => (each.TimeMicros, each.TargetPort, each.Protocol, each.Packets)).ShouldBe([(1748736000_000000, (ushort)23, (byte)6, 4u), (1748736000_123000, (ushort)53, (byte)17, 0u)]);
    }

    [Fact]
    public void Csv_WithMapping_TakesColumnsTimeUnitAndProtocolFromIt()
    {
        var mapping = Mapping("""{"columns":{"when":"time","a":"source","b":"target","p":"targetPort","rule":"tag"},"time":"epochMillis","unit":"alert","protocol":"udp","delimiter":"|"}""");
        var read = Collected.Read("p|rule|a|when|b\n53|\"a \"\"b\"\" | c\"|240.0.0.1|1748736000123|198.18.0.1\n", mapping: mapping);

        var only = read.Only;
        (only.TimeMicros, only.TargetPort, only.Protocol, only.Unit, only.Class).ShouldBe((1748736000_123000, (ushort)53, (byte)17, CountingUnit.Alert, TrafficClass.Alert));
        read.Report.Tags[only.Tag].ShouldContain(" | c");
    }

    [Fact]
    public void Csv_WithoutHeader_IsMappedByNumbers() =>
        Collected.Read("240.0.0.1,198.18.0.1,5\n", mapping: Mapping("""{"columns":{"1":"source","2":"target","3":"time"},"header":false,"unit":"report"}""")).Only.TimeMicros.ShouldBe(5_000_000);

    [Theory]
    [InlineData("[]", "one object")]
    [InlineData("{", "not JSON")]
    [InlineData("""{"columns":{"a":"time","b":"source"}}""", "target")]
    [InlineData("""{"columns":{"a":"time","b":"source","c":"nonsense"}}""", "columns.c")]
    [InlineData("""{"columns":{"a":"time","b":"time"}}""", "two columns")]
    [InlineData("""{"columns":{"a":"time","b":"source","c":"target"},"unit":"apples"}""", "packet, flow, alert, report")]
    [InlineData("""{"columns":{"a":"time","b":"source","c":"target"},"unti":"flow"}""", "unti")]
    [InlineData("""{"columns":{"a":"time","b":"source","c":"target"},"delimiter":"ab"}""", "delimiter")]
    public void Mapping_WithOneThingWrong_SaysWhich(string json, string what) =>
        Should.Throw<UnreadableInputException>(() => Mapping(json)).Message.ShouldContain(what);

    [Fact]
    public void Mapping_ThatNamesAnAbsentColumn_SaysWhichTheHeaderHas()
    {
        var mapping = Mapping("""{"columns":{"a":"time","b":"source","c":"target"}}""");

        Should.Throw<UnreadableInputException>(() => Collected.Read("a,b,d\n", mapping: mapping)).Message.ShouldContain("'c'");
    }

    [Theory]
    [InlineData("x,240.0.0.1,198.18.0.1,23,tcp", "time")]
    [InlineData("5,240.0.0,198.18.0.1,23,tcp", "source address")]
    [InlineData("5,240.0.0.1,198.18.0.01,23,tcp", "target address")]
    [InlineData("5,240.0.0.1,198.18.0.1,x,tcp", "target port")]
    [InlineData("5,240.0.0.1,198.18.0.1,23,", null)]
    [InlineData("5,240.0.0.1,198.18.0.1,23,what", "protocol")]
    [InlineData("5,240.0.0.1,198.18.0.1", "fewer columns")]
    [InlineData("5,\"240.0.0.1,198.18.0.1,23,tcp", "quotation")]
    public void Csv_WithOneThingWrong_IsRejectedForThat(string line, string? reason)
    {
        var read = Collected.Read("time,src,dst,dport,proto\n" + line + "\n");

        if (reason is null) read.Events.Count.ShouldBe(1);
        else read.Report.Rejected.ShouldHaveSingleItem().Key.ShouldContain(reason);
    }

    private static MappingFile Mapping(string json) => MappingFile.Parse(Encoding.UTF8.GetBytes(json), "test.json");
}
