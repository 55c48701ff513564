using Noroshi.Kernel;
using Noroshi.Observatory.Enrichment;

namespace Noroshi.Tests.Observatory.Enrichment;

public sealed class OverlayTests
{
    [Theory]
    [InlineData("8.8.8.0/24,US,64512,A,EXERCISE", "outside the reserved ranges")]
    [InlineData("224.0.0.0/3,US,64512,A,EXERCISE", "outside the reserved ranges")]
    [InlineData("0.0.0.0/0,US,64512,A,EXERCISE", "outside the reserved ranges")]
    [InlineData("2001:db0::/28,US,64512,A,EXERCISE", "outside the reserved ranges")]
    [InlineData("240.0.0.0/8,PH,3356,A,EXERCISE", "not for private use")]
    [InlineData("240.0.0.0/8,PH,65535,A,EXERCISE", "not for private use")]
    [InlineData("240.0.0.0/8,PH,4294967295,A,EXERCISE", "not for private use")]
    [InlineData("240.0.0.0/8,PH,64512,A,", "has to be EXERCISE")]
    [InlineData("240.0.0.0/8,PH,64512,A,EXERCISE\n240.0.0.0/8,VN,64512,A,EXERCISE", "named twice")]
    [InlineData("240.0.0.0/8,PH,64512,A,EXERCISE\n241.0.0.0/8,PH,64512,B,EXERCISE", "one number has one name")]
    public void Read_WhenItTouchesTheRealWorldOrItself_IsRefused(string rows, string why) =>
        Should.Throw<EnrichmentFileException>(() => Read(rows)).Message.ShouldContain(why);

    [Fact]
    public void Find_OnReservedAddresses_AnswersTheLongestPrefix()
    {
        var overlay = Read("240.0.0.0/8,PH,64512,A,EXERCISE\n240.1.0.0/16,VN,4200000001,B,EXERCISE\n2001:db8:5::/48,PH,64512,A,EXERCISE");
        overlay.Find(Address("240.0.0.1")).ShouldBe(new Place(CountryCode.Parse("PH"), 64512));
        overlay.Find(Address("240.1.0.1")).ShouldBe(new Place(CountryCode.Parse("VN"), 4_200_000_001));
        overlay.Find(Address("2001:db8:5::1")).Asn.ShouldBe(64512u);
        overlay.NameOf(4_200_000_001).ShouldBe("B");
    }

    [Fact]
    public void Geography_WithOverlay_NeverChangesARealAddress()
    {
        var folder = Directory.CreateTempSubdirectory("noroshi-overlay-").FullName;
        try
        {
            var path = Path.Combine(folder, "exercise-overlay.csv");
            File.WriteAllText(path, $"{Overlay.Header}\n240.0.0.0/8,PH,64512,A,EXERCISE\n");
            var plain = Geography.Load(new EnrichmentFiles());
            var overlaid = Geography.Load(EnrichmentFiles.In(folder));
            overlaid.Info.Exercise.ShouldBeTrue();
            overlaid.Info.Version.ShouldContain("EXERCISE");
            overlaid.Find(Address("240.9.9.9")).Asn.ShouldBe(64512u);
            var random = new Random(3);
            for (var i = 0; i < 10_000; i++)
            {
                var address = NetworkAddress.FromIPv4((uint)random.NextInt64(0, 0xEFFF_FFFF));
                if (!ReservedRanges.Contains(address)) overlaid.Find(address).ShouldBe(plain.Find(address));
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static Overlay Read(string rows) => Overlay.Read(new StringReader($"{Overlay.Header}\n{rows}\n"), "overlay.csv");

    private static NetworkAddress Address(string text)
    {
        NetworkAddress.TryParse(text, out var address).ShouldBeTrue();
        return address;
    }
}
