using Noroshi.Kernel;
using Noroshi.Observatory.Enrichment;

namespace Noroshi.Tests.Observatory.Enrichment;

public sealed class MmdbRangesTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("noroshi-mmdb-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData(4, 24)]
    [InlineData(4, 28)]
    [InlineData(4, 32)]
    [InlineData(6, 24)]
    [InlineData(6, 28)]
    [InlineData(6, 32)]
    public void Geography_OnAnyLayout_AnswersCountryAndNumber(int version, int recordSize)
    {
        var geography = Open(CountryFile(version, recordSize), AsnFile(version, recordSize));
        geography.Find(Address("1.2.3.4")).ShouldBe(new Place(CountryCode.Parse("JP"), 4_200_000_001));
        geography.Find(Address("1.3.0.0")).ShouldBe(default);
        geography.NameOf(4_200_000_001).ShouldBe("Example network");
        geography.Find(Address("2001:200::1")).Country.ToString().ShouldBe(version == 6 ? "KR" : string.Empty);
        geography.Info.Sources.Count.ShouldBe(2);
        geography.Info.Sources[0].AsOf.ShouldBe(new DateOnly(2026, 3, 1));
    }

    [Fact]
    public void Geography_WhenIPv4IsAliased_ReadsItOnce()
    {
        var writer = new MmdbWriter(6, 28);
        writer.Put(0x0102_0000, 112, writer.Add(Country("JP")));
        writer.Alias((UInt128)0x2002 << 112, 16);
        writer.Alias((UInt128)0xFFFF << 32, 96);
        Open(writer.ToArray(), null).Find(Address("1.2.3.4")).Country.ToString().ShouldBe("JP");
    }

    [Fact]
    public void Geography_WhenTheFileIsReplaced_CompilesAgain()
    {
        Open(CountryFile(4, 24), null).Find(Address("1.2.3.4")).Country.ToString().ShouldBe("JP");
        var writer = new MmdbWriter(4, 24);
        writer.Put(0x0102_0000, 16, writer.Add(Country("VN")));
        Open(writer.ToArray("Another"), null).Find(Address("1.2.3.4")).Country.ToString().ShouldBe("VN");
    }

    [Fact]
    public void Geography_WhenTheFileIsNoDatabase_SaysWhatToDo()
    {
        var message = Should.Throw<EnrichmentFileException>(() => Open([1, 2, 3], null)).Message;
        message.ShouldContain("country.mmdb");
        message.ShouldContain("Download it again");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Decoder_ThroughPointersOfAnyWidth_ReachesTheValue(int width)
    {
        // Texts of 0xFF before the value bring it to where each width counts from.
        var start = width switch { 1 => 40, 2 => 3_000, 3 => 530_000, _ => 540_000 };
        byte[] section = [.. new byte[start], .. MmdbWriter.Encode("JP"), .. MmdbWriter.Encode(new Dictionary<string, object> { ["country_code"] = new MmdbWriter.Pointer(start, width) })];
        var decoder = new MmdbDecoder(section);
        decoder.TryFind(start + 3, ["country_code"], out var value).ShouldBeTrue();
        decoder.Text(value).ShouldBe("JP");
    }

    [Fact]
    public void Decoder_WhenKeysArePointers_GoesOnAfterThePointer()
    {
        // As real files write them: the keys once, then pointers to them.
        byte[] section =
        [
            .. MmdbWriter.Encode("country_code"), .. MmdbWriter.Encode("XX"), .. MmdbWriter.Encode("asn"),
            0xE2, .. new MmdbWriter.Pointer(16, 1).Bytes(), .. MmdbWriter.Encode("TH"), .. new MmdbWriter.Pointer(0, 1).Bytes(), .. MmdbWriter.Encode("US"),
        ];
        var decoder = new MmdbDecoder(section);
        decoder.TryFind(20, ["country_code"], out var value).ShouldBeTrue();
        decoder.Text(value).ShouldBe("US");
        decoder.TryFind(20, ["asn"], out value).ShouldBeTrue();
        decoder.Text(value).ShouldBe("TH");
    }

    [Fact]
    public void Decoder_WhenPointersLeadInCircles_Refuses()
    {
        byte[] section = [0x20, 0x00, .. MmdbWriter.Encode("x")];
        Should.Throw<FormatException>(() => new MmdbDecoder(section).TryFind(0, [], out _));
    }

    [Fact]
    public void Decoder_WhenMapsNestWithoutEnd_Refuses()
    {
        // A map of one pair whose value is a map of one pair, and so on, and a key that is never found.
        byte[] section = [.. Enumerable.Repeat((byte[])[0xE2, 0x41, (byte)'a'], 5_000).SelectMany(part => part)];
        Should.Throw<FormatException>(() => new MmdbDecoder(section).TryFind(0, ["b"], out _));
    }

    [Fact]
    public void Visit_WhenTheTreeLeadsInCircles_Refuses()
    {
        var bytes = CountryFile(4, 24);
        bytes[0] = bytes[1] = bytes[2] = 0;
        Should.Throw<FormatException>(() => MmdbFile.Open(bytes).Visit(_ => { }));
    }

    [Fact]
    public void Compile_OnMutatedFiles_OnlyRefusesOrAnswers()
    {
        byte[][] seeds = [CountryFile(6, 28), AsnFile(4, 24), AsnFile(6, 32)];
        var random = new Random(5);
        var path = Path.Combine(folder, "fuzz.mmdb");
        var refused = 0;
        for (var i = 0; i < 6_000; i++)
        {
            var bytes = (byte[])seeds[i % seeds.Length].Clone();
            for (var edits = random.Next(1, 8); edits > 0; edits--)
            {
                // The metadata and the first nodes are where lies do the most.
                var at = random.Next(3) == 0 ? bytes.Length - 1 - random.Next(Math.Min(160, bytes.Length)) : random.Next(bytes.Length);
                bytes[at] = random.Next(3) == 0 ? (byte)0xFF : (byte)random.Next(256);
            }

            if (random.Next(10) == 0) bytes = bytes[random.Next(bytes.Length)..];
            File.WriteAllBytes(path, bytes);
            try
            {
                new MmdbRanges(path, path, null).Compile();
            }
            catch (EnrichmentFileException)
            {
                refused++;
            }
        }

        refused.ShouldBeInRange(1, 5_999);
    }

    private static Dictionary<string, object> Country(string code) => new()
    {
        ["continent"] = new Dictionary<string, object> { ["code"] = "AS", ["names"] = new Dictionary<string, object> { ["ja"] = "アジア" } },
        ["country"] = new Dictionary<string, object> { ["geoname_id"] = 1ul, ["iso_code"] = code },
    };

    private static byte[] CountryFile(int version, int recordSize)
    {
        var writer = new MmdbWriter(version, recordSize);
        writer.Put(0x0102_0000, version == 6 ? 112 : 16, writer.Add(Country("JP")));
        if (version == 6) writer.Put((UInt128)0x2001_0200 << 96, 32, writer.Add(new Dictionary<string, object> { ["country_code"] = "KR" }));
        return writer.ToArray();
    }

    private static byte[] AsnFile(int version, int recordSize)
    {
        var writer = new MmdbWriter(version, recordSize);
        writer.Put(0x0102_0000, version == 6 ? 112 : 16, writer.Add(new Dictionary<string, object>
        {
            ["autonomous_system_number"] = 4_200_000_001ul,
            ["autonomous_system_organization"] = "Example network",
        }));
        return writer.ToArray("Test-ASN");
    }

    private static NetworkAddress Address(string text)
    {
        NetworkAddress.TryParse(text, out var address).ShouldBeTrue();
        return address;
    }

    private Geography Open(byte[] country, byte[]? asn)
    {
        var geo = Directory.CreateDirectory(Path.Combine(folder, "geo")).FullName;
        File.WriteAllBytes(Path.Combine(geo, "country.mmdb"), country);
        if (asn is not null) File.WriteAllBytes(Path.Combine(geo, "asn.mmdb"), asn);
        return Geography.Load(EnrichmentFiles.In(folder), folder, Path.Combine(folder, "cache"));
    }
}
