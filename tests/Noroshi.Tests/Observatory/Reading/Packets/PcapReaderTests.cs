using Noroshi.Kernel;
using Noroshi.Observatory.Domain;
using Noroshi.Observatory.Reading;

namespace Noroshi.Tests.Observatory.Reading.Packets;

public sealed class PcapReaderTests
{
    [Theory]
    [InlineData(false, false)]
    [InlineData(false, true)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public void Pcap_InEitherByteOrderAndResolution_GivesTheSameEvents(bool bigEndian, bool nanoseconds)
    {
        var syn = Capture.Ethernet(Capture.IPv4(6, Capture.Tcp()));
        var read = Collected.Read(Capture.Pcap(1, bigEndian, nanoseconds, syn, syn));

        read.Report.Format.ShouldBe("pcap");
        read.Report.Units[CountingUnit.Packet].ShouldBe(2);
        read.Events[1].TimeMicros.ShouldBe(1_700_000_000_000_001);
        read.Report.To.ShouldBe(DateTimeOffset.FromUnixTimeSeconds(1_700_000_000).AddMicroseconds(1));
        read.Events[0].Source.ToString().ShouldBe("240.1.2.3");
        read.Events[0].Target.ToString().ShouldBe("198.18.0.1");
        read.Events[0].TargetPort.ShouldBe((ushort)23);
        read.Events[0].SourcePort.ShouldBe((ushort)40000);
        read.Events[0].Class.ShouldBe(TrafficClass.Scan);
        read.Events[0].Bytes.ShouldBe((ulong)syn.Length);
    }

    [Fact]
    public void Pcap_BehindEveryLinkLayer_FindsTheIpHeader()
    {
        var packet = Capture.IPv4(6, Capture.Tcp());
        byte[] cooked = [0, 0, 0, 1, 0, 6, 0, 0, 0, 0, 0, 0, 0, 0, 8, 0, .. packet];
        byte[] cooked2 = [8, 0, 0, 0, 0, 0, 0, 1, 0, 1, 0, 6, 0, 0, 0, 0, 0, 0, 0, 0, .. packet];
        byte[] loopback = [2, 0, 0, 0, .. packet];
        byte[] loopbackBig = [0, 0, 0, 2, .. packet];
        foreach (var (linkType, frame) in ((int, byte[])[])[(1, Capture.Ethernet(packet)), (1, Capture.Ethernet(packet, 5)), (1, Capture.Ethernet(packet, 5, 6)), (101, packet), (12, packet), (228, packet), (113, cooked), (276, cooked2), (0, loopback), (0, loopbackBig), (108, loopbackBig)])
        {
            Collected.Read(Capture.Pcap(linkType, frame)).Only.TargetPort.ShouldBe((ushort)23, $"link type {linkType}");
        }
    }

    [Fact]
    public void Pcap_WithPacketThatIsNotIp_CountsItButMakesNoEvent()
    {
        var read = Collected.Read(Capture.Pcap(1, Capture.Ethernet(0x0806, new byte[28]), Capture.Ethernet(Capture.IPv4(6, Capture.Tcp()))));

        read.Report.Events.ShouldBe(2);
        read.Events.Count.ShouldBe(1);
        read.Report.Skipped.Values.Sum().ShouldBe(1);
        read.Report.Rejected.ShouldBeEmpty();
    }

    [Fact]
    public void Pcap_WithLaterFragment_HasNoPorts()
    {
        var read = Collected.Read(Capture.Pcap(101, Capture.IPv4(17, Capture.Udp(53, 4444), fragmentOffset: 0x2000), Capture.IPv4(17, Capture.Udp(53, 4444), fragmentOffset: 185)));

        read.Events[0].TargetPort.ShouldBe((ushort)4444);
        read.Events[1].TargetPort.ShouldBe((ushort)0);
        read.Events[1].Protocol.ShouldBe((byte)17);
    }

    [Fact]
    public void Pcap_WithIpOptionsAndIPv6Extensions_FindsThePorts()
    {
        byte[] chain = [43, 0, 0, 0, 0, 0, 0, 0, 60, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 6, 0, 0, 0, 0, 0, 0, 0, .. Capture.Tcp()];
        var extended = Capture.IPv6(0, chain);
        byte[] fragment = [6, 0, 0, 1, 0, 0, 0, 9, .. Capture.Tcp()];
        byte[] later = [6, 0, 0, 9, 0, 0, 0, 9, .. Capture.Tcp()];
        var read = Collected.Read(Capture.Pcap(101, Capture.IPv4(6, Capture.Tcp(), options: 12), extended, Capture.IPv6(44, fragment), Capture.IPv6(44, later), Capture.IPv6(58, [128, 0, 0, 0])));

        read.Events.Select(each => each.TargetPort).ShouldBe([(ushort)23, (ushort)23, (ushort)23, (ushort)0, (ushort)0]);
        read.Events[1].Source.ToString().ShouldBe("2001:db8::1");
        read.Events[3].Protocol.ShouldBe((byte)6);
        read.Events[4].Class.ShouldBe(TrafficClass.Scan);
    }

    [Fact]
    public void Pcap_OfEachTool_IsMarked()
    {
        const uint target = 0xC6120001;
        var read = Collected.Read(Capture.Pcap(
            101,
            Capture.IPv4(6, Capture.Tcp(sequence: target)),
            Capture.IPv4(6, Capture.Tcp(), identification: 54321),
            Capture.IPv4(6, Capture.Tcp(target: 80, sequence: 0x1234), identification: unchecked((ushort)(target ^ 80 ^ 0x1234))),
            Capture.IPv4(6, Capture.Tcp(target: 23, sequence: target), identification: 23),
            Capture.IPv4(17, Capture.Udp(1, 2), identification: 54321),
            Capture.IPv4(6, Capture.Tcp())));

        read.Events.Select(each => each.LooksLike).ShouldBe([Fingerprint.Mirai, Fingerprint.ZMap, Fingerprint.Masscan, Fingerprint.Mirai, Fingerprint.None, Fingerprint.None]);
        read.Events[3].Marks.ShouldBe((byte)0b1010);
    }

    [Theory]
    [InlineData(0x12, nameof(TrafficClass.Backscatter))]
    [InlineData(0x04, nameof(TrafficClass.Backscatter))]
    [InlineData(0x14, nameof(TrafficClass.Backscatter))]
    [InlineData(0x02, nameof(TrafficClass.Scan))]
    [InlineData(0xC2, nameof(TrafficClass.Scan))]
    [InlineData(0x00, nameof(TrafficClass.Scan))]
    [InlineData(0x29, nameof(TrafficClass.Scan))]
    [InlineData(0x18, nameof(TrafficClass.Other))]
    public void Pcap_ByTcpFlags_HasAClass(byte flags, string expected) =>
        Collected.Read(Capture.Pcap(101, Capture.IPv4(6, Capture.Tcp(flags: flags)))).Only.Class.ToString().ShouldBe(expected);

    [Fact]
    public void Pcap_WithAnswersToSpoofedPackets_IsBackscatter()
    {
        var read = Collected.Read(Capture.Pcap(101, Capture.IPv4(17, Capture.Udp(53, 30000)), Capture.IPv4(1, [3, 1, 0, 0]), Capture.IPv4(1, [0, 0, 0, 0]), Capture.IPv4(1, [11, 0, 0, 0]), Capture.IPv4(17, Capture.Udp(30000, 53)), Capture.IPv4(1, [8, 0, 0, 0])));

        read.Events.Take(4).ShouldAllBe(each => each.Class == TrafficClass.Backscatter);
        read.Events.Skip(4).ShouldAllBe(each => each.Class == TrafficClass.Scan);
    }

    [Fact]
    public void Pcap_CutAnywhere_KeepsWhatIsWholeAndSaysWhereItEnds()
    {
        var whole = Capture.Pcap(1, Capture.Ethernet(Capture.IPv4(6, Capture.Tcp())), Capture.Ethernet(Capture.IPv4(6, Capture.Tcp())));
        for (var length = 24; length < whole.Length; length++)
        {
            var read = Collected.Read(whole[..length]);
            var records = (length - 24) / 70;
            read.Events.Count.ShouldBe(records);
            read.Report.Rejected.Values.Sum().ShouldBe((length - 24) % 70 == 0 ? 0 : 1);
        }
    }

    [Fact]
    public void Pcap_CutWithinItsHeader_IsAnErrorThatSaysSo()
    {
        var whole = Capture.Pcap(1, Capture.Ethernet(Capture.IPv4(6, Capture.Tcp())));

        Should.Throw<UnreadableInputException>(() => Collected.Read(whole[..20])).Message.ShouldContain("24-byte");
    }

    [Fact]
    public void Pcap_WithLyingLength_KeepsWhatCameBefore()
    {
        var input = Capture.Pcap(101, Capture.IPv4(6, Capture.Tcp()), Capture.IPv4(6, Capture.Tcp()));
        input[24 + 16 + 40 + 8 + 3] = 0x7F;

        var read = Collected.Read(input);

        read.Events.Count.ShouldBe(1);
        read.Report.Rejected.Keys.ShouldHaveSingleItem().ShouldContain("262,144");
        read.Report.FirstRejected.Values.ShouldHaveSingleItem().ShouldBe("byte 80");
    }

    [Fact]
    public void Pcap_WithImpossibleHeaders_RejectsThosePacketsAlone()
    {
        var shortHeader = Capture.IPv4(6, Capture.Tcp());
        shortHeader[0] = 0x41;
        var longHeader = Capture.IPv4(6, []);
        longHeader[0] = 0x4F;
        var version = Capture.IPv4(6, []);
        version[0] = 0x95;
        var read = Collected.Read(Capture.Pcap(101, shortHeader, longHeader, version, Capture.IPv4(6, [])[..10], Capture.IPv6(6, [])[..30], Capture.IPv4(6, Capture.Tcp())));

        read.Events.Count.ShouldBe(1);
        read.Report.Rejected.Values.Sum().ShouldBe(5);
        read.Report.Events.ShouldBe(1);
    }

    [Fact]
    public void Pcap_WithTransportCutBySnapLength_KeepsTheEvent()
    {
        var read = Collected.Read(Capture.Pcap(101, Capture.IPv4(6, Capture.Tcp()[..6]), Capture.IPv4(6, [])));

        read.Events[0].TargetPort.ShouldBe((ushort)23);
        read.Events[1].TargetPort.ShouldBe((ushort)0);
    }

    [Fact]
    public void Pcap_OfAnUnreadLinkType_SaysWhichAndWhatToDo() =>
        Should.Throw<UnreadableInputException>(() => Collected.Read(Capture.Pcap(105, new byte[40]))).Message.ShouldContain("105");

    [Fact]
    public void Pcap_LargerThanTheWindow_IsReadWhole()
    {
        var frames = Enumerable.Repeat(Capture.Ethernet(Capture.IPv4(6, Capture.Tcp())), 60_000).ToArray();
        using var stream = new Dribble(Capture.Pcap(1, frames));

        Collected.Read(stream).Events.Count.ShouldBe(60_000);
    }

    [Fact]
    public void Address_OfTheSensorFamily_IsKeptExactly() =>
        Collected.Read(Capture.Pcap(101, Capture.IPv4(6, Capture.Tcp(), source: 0xFFFFFFFE))).Only.Source.ShouldBe(NetworkAddress.FromIPv4(0xFFFFFFFE));
}
