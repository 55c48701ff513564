using System.Text;
using Noroshi.Observatory.Reading;
using Noroshi.Tests.Observatory.Reading.Packets;

namespace Noroshi.Tests.Observatory.Reading.Input;

public sealed class WrongInputTests
{
    private static readonly byte[] Good = Capture.Pcap(1, Capture.Ethernet(Capture.IPv4(6, Capture.Tcp())));

    [Fact]
    public void Gzip_WhateverTheName_IsFoundByItsMagic()
    {
        using var folder = new Scratch();
        var plainNamedGz = folder.Write("plain.pcap.gz", Good);
        var gzipNamedPlain = folder.Write("packed.pcap", Collected.Gzip(Good));
        foreach (var path in (string[])[plainNamedGz, gzipNamedPlain])
        {
            var sink = new Collected.Sink([]);
            EventReader.Read(path, new ReadOptions(), ref sink, TestContext.Current.CancellationToken).Events.ShouldBe(1);
        }
    }

    [Fact]
    public void Gzip_OfSeveralMembers_IsReadToTheEnd()
    {
        byte[] members = [.. Collected.Gzip(Good[..30]), .. Collected.Gzip(Good[30..])];

        Collected.Read(members).Events.Count.ShouldBe(1);
    }

    [Fact]
    public void Gzip_CutShort_KeepsWhatCameAndRejectsTheRest()
    {
        var random = new Random(1);
        var frames = Enumerable.Range(0, 3000).Select(_ => Capture.Ethernet(Capture.IPv4(6, Capture.Tcp(sequence: (uint)random.Next()), source: (uint)random.Next()))).ToArray();
        var packed = Collected.Gzip(Capture.Pcap(1, frames));

        var read = Collected.Read(packed[..(packed.Length / 2)]);

        read.Events.Count.ShouldBeInRange(100, 2999);
        read.Report.Rejected.Keys.ShouldContain(reason => reason.Contains("compression damaged or cut short") || reason.Contains("ends within"));
    }

    [Fact]
    public void Gzip_Damaged_KeepsWhatCameAndRejectsTheRest()
    {
        var lines = string.Concat(Enumerable.Range(0, 20_000).Select(i => $"2025-01-01T00:00:00Z,240.0.{i % 256}.{i / 256},198.18.0.1,{i},tcp\n"));
        var packed = Collected.Gzip(Encoding.UTF8.GetBytes("time,src,dst,dport,proto\n" + lines));
        for (var i = packed.Length / 2; i < (packed.Length / 2) + 64; i++) packed[i] ^= 0x5A;

        var read = Collected.Read(packed);

        read.Report.Rejected.Keys.ShouldContain(reason => reason.Contains("compression damaged"));
    }

    [Fact]
    public void Compression_ThatIsNotRead_IsNamed()
    {
        Should.Throw<UnreadableInputException>(() => Collected.Read([0x28, 0xB5, 0x2F, 0xFD, 0, 0, 0, 0])).Message.ShouldContain("zstd");
        Should.Throw<UnreadableInputException>(() => Collected.Read([0xFD, (byte)'7', (byte)'z', (byte)'X', (byte)'Z', 0])).Message.ShouldContain("xz");
        Should.Throw<UnreadableInputException>(() => Collected.Read([.. "PK\u0003\u0004"u8, 0, 0])).Message.ShouldContain("zip");
        Should.Throw<UnreadableInputException>(() => Collected.Read(Collected.Gzip(Collected.Gzip(Good)))).Message.ShouldContain("twice");
    }

    [Fact]
    public void Input_OfNoFormat_SaysWhatItBeginsWithAndWhatToDo()
    {
        var problem = Should.Throw<UnreadableInputException>(() => Collected.Read([0xDE, 0xAD, 0xBE, 0xEF, 0, 0, 0, 0, 0])).Message;

        problem.ShouldContain("DEADBEEF");
        problem.ShouldContain("--format");
        Should.Throw<UnreadableInputException>(() => Collected.Read([])).Message.ShouldContain("empty");
        Should.Throw<UnreadableInputException>(() => Collected.Read("\n\n \n")).Message.ShouldContain("blank");
        Should.Throw<UnreadableInputException>(() => Collected.Read("{\"a\":1}\n")).Message.ShouldContain("event_type");
        Should.Throw<UnreadableInputException>(() => Collected.Read(new byte[200])).Message.ShouldContain("none of the formats");
    }

    [Fact]
    public void Format_GivenAgainstTheContent_IsAnErrorOrRejectsLines()
    {
        Should.Throw<UnreadableInputException>(() => Collected.Read("{\"event_type\":\"flow\"}", "pcap"));
        Should.Throw<UnreadableInputException>(() => Collected.Read("{\"event_type\":\"flow\"}", "pcapng"));
        Should.Throw<UnreadableInputException>(() => Collected.Read(Good, "netflow")).Message.ShouldContain("pcapng");
        Collected.Read(Good, "eve").Report.Rejected.Values.Sum().ShouldBeGreaterThan(0);
    }

    [Fact]
    public void Line_OfOneMegabyte_IsReadAndOneOfNineIsRejected()
    {
        var filler = new string('x', 1 << 20);
        var nine = new string('x', 9 << 20);
        static string Line(string text) => $$"""{"timestamp":"2025-01-01T00:00:00.000000+0000","note":"{{text}}","event_type":"flow","src_ip":"240.0.0.1","src_port":1,"dest_ip":"198.18.0.1","dest_port":23,"proto":"TCP","flow":{"pkts_toserver":1,"pkts_toclient":0,"bytes_toserver":60} }""" + "\n";

        var read = Collected.Read(Line("a") + Line(filler) + Line(nine) + Line("b"));

        read.Events.Count.ShouldBe(3);
        read.Report.Rejected.ShouldHaveSingleItem().Key.ShouldBe("line longer than 8 MiB");
        read.Report.FirstRejected.Values.ShouldHaveSingleItem().ShouldBe("line 3");
    }

    [Fact]
    public void Lines_OfMixedFormats_AreRejectedByReasonAndTheRestIsRead()
    {
        const string flow = """{"timestamp":"2025-01-01T00:00:00.000000+0000","event_type":"flow","src_ip":"240.0.0.1","src_port":1,"dest_ip":"198.18.0.1","dest_port":23,"proto":"TCP","flow":{"pkts_toserver":1,"pkts_toclient":0,"bytes_toserver":60}}""";

        var read = Collected.Read($"{flow}\nts\tuid\n\0\0\0\n{{\"ts\":1,\"id.orig_h\":\"240.0.0.1\"}}\n<html>\n{flow}\r\n\n{flow}");

        read.Events.Count.ShouldBe(3);
        read.Report.Rejected.Values.Sum().ShouldBe(4);
    }

    [Fact]
    public void Input_ThatCannotBeOpened_IsAnIoError()
    {
        using var folder = new Scratch();
        var sink = new Collected.Sink([]);
        Should.Throw<UnreadableInputException>(() => EventReader.Read(folder.Path, new ReadOptions(), ref sink, default)).Message.ShouldContain("folder");
        Should.Throw<FileNotFoundException>(() => EventReader.Read(folder.Path + "/none", new ReadOptions(), ref sink, default));
    }
}
