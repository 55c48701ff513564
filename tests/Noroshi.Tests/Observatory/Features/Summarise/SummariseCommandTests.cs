using System.Text;
using System.Text.Json;
using Noroshi.Observatory.Features;
using Noroshi.Shell;
using Noroshi.Tests.Observatory.Reading;
using Noroshi.Tests.Observatory.Reading.Packets;
using Noroshi.Tests.Observatory.Reading.Suricata;

namespace Noroshi.Tests.Observatory.Features.Summarise;

public sealed class SummariseCommandTests
{
    [Fact]
    public async Task Summarise_OfACapture_HasTheAgreedShape()
    {
        using var folder = new Scratch();
        var arp = Capture.Ethernet(0x0806, new byte[28]);
        var syn = Capture.Ethernet(Capture.IPv4(6, Capture.Tcp(sequence: 0xC6120001)));
        var file = folder.Write("a.pcap", Capture.Pcap(1, arp, syn, syn, syn, syn));
        var (code, output, _) = await RunAsync(file, "--by", "port,source24+proto+port,fingerprint", "--top", "5", "--json");

        code.ShouldBe(0);
        output.Trim().ShouldBe("""{"events":5,"units":{"packet":5},"from":"2023-11-14T22:13:20Z","to":"2023-11-14T22:13:20.000004Z","rejected":[],"skipped":[{"kind":"packet that is not IP (counted, in no group)","count":1}],"fingerprintPackets":{"mirai":4,"zmap":0,"masscan":0},"groups":{"port":[{"key":"23/tcp","events":4,"sources":1}],"source24+proto+port":[{"key":"240.1.2.0/24+tcp+23/tcp","events":4,"sources":1}],"fingerprint":[{"key":"mirai","events":4,"sources":1}]}}""");
    }

    [Fact]
    public async Task Summarise_ThatOnlyCounts_GivesEventsAndDistinct()
    {
        using var folder = new Scratch();
        var file = folder.Write("a.pcap.gz", Collected.Gzip(Capture.Pcap(101, Capture.IPv4(6, Capture.Tcp()), Capture.IPv4(17, Capture.Udp(1, 23)))));
        var one = await RunAsync(file, "--by", "source24+proto+port", "--count", "--json");
        var two = await RunAsync(file, "--by", "source24,port", "--count", "--json");

        Json(one.Output).GetProperty("events").GetInt64().ShouldBe(2);
        Json(one.Output).GetProperty("distinct").GetInt64().ShouldBe(2);
        Json(two.Output).GetProperty("distinct").GetProperty("source24").GetInt64().ShouldBe(1);
        Json(two.Output).GetProperty("distinct").GetProperty("port").GetInt64().ShouldBe(2);
    }

    [Fact]
    public async Task Summarise_OfSeveralUnits_ShowsThemApart()
    {
        using var folder = new Scratch();
        var capture = folder.Write("a.pcap", Capture.Pcap(101, Capture.IPv4(6, Capture.Tcp(target: 445))));
        var eve = folder.Write("b.json", Encoding.UTF8.GetBytes(EveLines.Flow + "\n" + EveLines.Alert));
        var (_, output, _) = await RunAsync(capture, eve, "--by", "port", "--json");

        var json = Json(output);
        json.GetProperty("units").ToString().ShouldBe("""{"packet":1,"flow":1,"alert":1}""");
        json.GetProperty("groups").GetProperty("port").EnumerateArray().Select(row => $"{row.GetProperty("unit")} {row.GetProperty("key")}").ShouldBe(["packet 445/tcp", "flow 445/tcp", "alert 53/udp"]);
    }

    [Fact]
    public async Task Summarise_OfAnUnreadableFileAmongGoodOnes_SaysWhichAndStillAnswers()
    {
        using var folder = new Scratch();
        var good = folder.Write("good.pcap", Capture.Pcap(101, Capture.IPv4(6, Capture.Tcp())));
        var bad = folder.Write("bad.bin", [1, 2, 3, 4, 5]);
        var (code, output, error) = await RunAsync(good, bad, folder.Path + "/absent", "--by", "port", "--json");

        code.ShouldBe(1);
        error.ShouldContain("bad.bin: The input is none of the formats");
        error.ShouldContain("absent");
        Json(output).GetProperty("events").GetInt64().ShouldBe(1);
        Json(output).GetProperty("unreadable").GetArrayLength().ShouldBe(2);
    }

    [Fact]
    public async Task Summarise_WithRejectedRecords_SaysWhyHowManyAndWhere()
    {
        using var folder = new Scratch();
        var file = folder.Write("eve.json", Encoding.UTF8.GetBytes(EveLines.Flow + "\nnonsense\n\0\n"));
        var (code, output, _) = await RunAsync(file, "--by", "port", "--json");

        code.ShouldBe(0);
        Json(output).GetProperty("rejected").EnumerateArray().ShouldHaveSingleItem().GetProperty("count").GetInt64().ShouldBe(2);
        output.ShouldContain("eve.json, line 2");
    }

    [Theory]
    [InlineData("--by", "colour", "'colour'")]
    [InlineData("--by", "sector+port+class", "cannot be joined")]
    public async Task Summarise_AskedForWhatIsNot_SaysWhatIs(string option, string value, string message)
    {
        var (code, _, error) = await RunAsync("x.pcap", option, value);

        code.ShouldBe(2);
        error.ShouldContain(message);
    }

    [Fact]
    public async Task Summarise_ForPeople_IsTables()
    {
        using var folder = new Scratch();
        var file = folder.Write("a.pcap", Capture.Pcap(101, Capture.IPv4(6, Capture.Tcp())));
        var (_, output, _) = await RunAsync(file, "--by", "port");

        output.ShouldContain("1 packets");
        output.ShouldContain("23/tcp");
    }

    private static JsonElement Json(string text) => JsonDocument.Parse(text).RootElement;

    private static async Task<(int Code, string Output, string Error)> RunAsync(params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var host = new CommandHost(_ => throw new InvalidOperationException("A summary needs no store."), "data") { Out = output, Error = error };
        var code = await SummariseCommand.Create(host).Parse(arguments).InvokeAsync(cancellationToken: TestContext.Current.CancellationToken);
        return (code, output.ToString(), error.ToString());
    }
}
