using Noroshi.Observatory.Reading;

namespace Noroshi.Tests.Observatory.Reading.Packets;

public sealed class PcapngReaderTests
{
    private static readonly byte[] Frame = Capture.Ethernet(Capture.IPv4(6, Capture.Tcp()));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Pcapng_WithInterfacesOfDifferentResolutionAndLink_ReadsEachByItsOwn(bool bigEndian)
    {
        byte[] input =
        [
            .. Capture.Section(bigEndian),
            .. Capture.Interface(bigEndian, 1),
            .. Capture.Interface(bigEndian, 101, 9),
            .. Capture.Interface(bigEndian, 101, 0x80 | 10),
            .. Capture.Interface(bigEndian, 101, 0),
            .. Capture.Enhanced(bigEndian, 0, 1_700_000_000_000_000, Frame),
            .. Capture.Enhanced(bigEndian, 1, 1_700_000_000_000_005_000, Capture.IPv4(6, Capture.Tcp())),
            .. Capture.Enhanced(bigEndian, 2, 1_700_000_000UL << 10, Capture.IPv4(6, Capture.Tcp())),
            .. Capture.Enhanced(bigEndian, 3, 1_700_000_000, Capture.IPv4(6, Capture.Tcp())),
            .. Capture.Block(bigEndian, 5, new byte[12]),
            .. Capture.Simple(bigEndian, Frame),
        ];

        var read = Collected.Read(input);

        read.Report.Format.ShouldBe("pcapng");
        read.Report.Rejected.ShouldBeEmpty();
        read.Events.Select(each => each.TimeMicros - 1_700_000_000_000_000).ShouldBe([0, 5, 0, 0, 0]);
        read.Events.ShouldAllBe(each => each.TargetPort == 23);
    }

    [Fact]
    public void Pcapng_WithASecondSectionInTheOtherByteOrder_StartsItsInterfacesAnew()
    {
        byte[] input =
        [
            .. Capture.Section(false), .. Capture.Interface(false, 1), .. Capture.Enhanced(false, 0, 1, Frame),
            .. Capture.Section(true), .. Capture.Enhanced(true, 0, 2, Frame), .. Capture.Interface(true, 1), .. Capture.Enhanced(true, 0, 3, Frame),
        ];

        var read = Collected.Read(input);

        read.Events.Count.ShouldBe(2);
        read.Report.Rejected.ShouldHaveSingleItem().Key.ShouldContain("not described");
    }

    [Fact]
    public void Pcapng_WithLyingLengths_NeverReadsBeyond()
    {
        byte[] start = [.. Capture.Section(false), .. Capture.Interface(false, 1), .. Capture.Enhanced(false, 0, 1, Frame)];
        byte[] claims = [.. start, .. Capture.Enhanced(false, 0, 2, Frame, claimed: 5000)];
        byte[] odd = [.. start, .. Capture.Bytes(false, 6, 33), .. new byte[40]];
        byte[] tiny = [.. start, .. Capture.Bytes(false, 6, 8), .. new byte[40]];
        byte[] huge = [.. start, .. Capture.Bytes(false, 6, 0xFFFFFFF0), .. new byte[40]];
        var differ = start.ToArray();
        differ[^1] = 9;
        foreach (var input in (byte[][])[claims, odd, tiny, huge])
        {
            var read = Collected.Read(input);
            read.Events.Count.ShouldBe(1);
            read.Report.Rejected.Values.Sum().ShouldBe(1);
        }

        Collected.Read(differ).Report.Rejected.Values.Sum().ShouldBe(1);
    }

    [Fact]
    public void Pcapng_CutAnywhere_IsReadToItsLastWholeBlockOrRefused()
    {
        byte[] whole = [.. Capture.Section(false), .. Capture.Interface(false, 1), .. Capture.Enhanced(false, 0, 1, Frame)];
        for (var length = 4; length < whole.Length; length++)
        {
            var cut = whole[..length];
            if (length < 28) Should.Throw<UnreadableInputException>(() => Collected.Read(cut));
            else Collected.Read(cut).Events.ShouldBeEmpty();
        }
    }
}
