using Noroshi.Kernel;
using Noroshi.Observatory.Enrichment;

namespace Noroshi.Tests.Observatory.Enrichment;

public sealed class GeoFileTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("noroshi-geo-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void TryRead_AfterWrite_AnswersTheSame()
    {
        var path = Path.Combine(folder, "ranges.bin");
        GeoFile.Write(path, "key 1", Sample());
        var read = GeoFile.TryRead(path, "key 1").ShouldNotBeNull();
        read.Table.Find4(0x0102_0304).ShouldBe(GeoData.Value(CountryCode.Parse("JP").Packed, 4_200_000_001));
        read.Table.Find4(0x0202_0304).ShouldBe(0ul);
        read.Names.Find(4_200_000_001).ShouldBe("名 One");
        read.Names.Find(7).ShouldBe("Seven");
        read.Sources.Single().Licence.ShouldBe("L");
        Directory.GetFiles(folder).Length.ShouldBe(1);
    }

    [Fact]
    public void TryRead_WhenTheDataIsAnother_IsNull()
    {
        var path = Path.Combine(folder, "ranges.bin");
        GeoFile.Write(path, "key 1", Sample());
        GeoFile.TryRead(path, "key 2").ShouldBeNull();
        GeoFile.TryRead(path, null).ShouldNotBeNull();
        GeoFile.TryRead(Path.Combine(folder, "absent.bin"), null).ShouldBeNull();
    }

    [Fact]
    public void TryRead_OnAnyDamage_IsNull()
    {
        var path = Path.Combine(folder, "ranges.bin");
        GeoFile.Write(path, "key", Sample());
        var whole = File.ReadAllBytes(path);
        var random = new Random(7);
        for (var i = 0; i < 400; i++)
        {
            var bytes = (byte[])whole.Clone();
            switch (i % 3)
            {
                case 0:
                    // Headers lie most dangerously: half of the flips go there. Padding is not part of what is said, so data only.
                    bytes[i % 2 == 0 ? random.Next(0, 96) : random.Next(200_000, 200_000 + (4 * 60_000))] ^= (byte)(1 << random.Next(8));
                    break;
                case 1:
                    bytes = bytes[..random.Next(bytes.Length)];
                    break;
                default:
                    bytes = [.. bytes, .. new byte[random.Next(1, 100)]];
                    break;
            }

            File.WriteAllBytes(path, bytes);
            GeoFile.TryRead(path, "key").ShouldBeNull($"mutation {i}");
        }
    }

    [Fact]
    public void Load_WhenTheCompiledFileIsDamaged_CompilesAgain()
    {
        WritePackages("1.0.2026010100", "16777216,16777471,JP\n");
        Load().Find(NetworkAddress.FromIPv4(0x0100_0001)).Country.ToString().ShouldBe("JP");
        var compiled = Path.Combine(folder, "geo", "ranges.bin");
        File.WriteAllText(compiled, "not this");
        Load().Find(NetworkAddress.FromIPv4(0x0100_0001)).Country.ToString().ShouldBe("JP");
        GeoFile.TryRead(compiled, null).ShouldNotBeNull();
    }

    [Fact]
    public void Load_WhenThePackagesAreNewer_CompilesAgain()
    {
        WritePackages("1.0.2026010100", "16777216,16777471,JP\n");
        Load().Find(NetworkAddress.FromIPv4(0x0100_0001)).Country.ToString().ShouldBe("JP");
        WritePackages("1.0.2026020200", "16777216,16777471,KR\n");
        var newer = Load();
        newer.Find(NetworkAddress.FromIPv4(0x0100_0001)).Country.ToString().ShouldBe("KR");
        newer.Info.Version.ShouldContain("2026020200");
    }

    [Fact]
    public void Load_WhenNothingCanBeWritten_StillAnswers()
    {
        WritePackages("1.0.2026010100", "16777216,16777471,JP\n");

        // Files where folders are needed stop even a privileged user from writing.
        File.WriteAllText(Path.Combine(folder, "geo"), string.Empty);
        File.WriteAllText(Path.Combine(folder, "cache"), string.Empty);
        Load().Find(NetworkAddress.FromIPv4(0x0100_0001)).Country.ToString().ShouldBe("JP");
    }

    [Fact]
    public void Load_WhenThePackagesAreGone_UsesWhatWasCompiled()
    {
        WritePackages("1.0.2026010100", "16777216,16777471,JP\n");
        Load();
        Directory.Delete(Path.Combine(folder, "node_modules"), recursive: true);
        Load().Find(NetworkAddress.FromIPv4(0x0100_0001)).Country.ToString().ShouldBe("JP");
    }

    [Fact]
    public void Load_WhenThereIsNoData_SaysSoAndKnowsNothing()
    {
        var geography = Load();
        geography.ShouldBe(Geography.None);
        geography.Info.HasData.ShouldBeFalse();
        geography.Info.Version.ShouldBe("none");
        geography.Find(NetworkAddress.FromIPv4(0x0808_0808)).ShouldBe(default);
    }

    [Fact]
    public void Load_WhenAPublishedRowIsDamaged_NamesFileAndLine()
    {
        WritePackages("1.0.2026010100", "16777216,16777471,JP\n16777472,x,JP\n");
        Should.Throw<EnrichmentFileException>(Load).Message.ShouldContain("line 2");
    }

    private static GeoData Sample()
    {
        var value = GeoData.Value(CountryCode.Parse("JP").Packed, 4_200_000_001);
        var first = AddressValue.FirstIPv4 + 0x0102_0000;
        return new GeoData(
            RangeTable.FromRanges([new AddressRange(first, first + 0xFFFF, value)]),
            AsnNames.From(new Dictionary<uint, string> { [4_200_000_001] = "名 One", [7] = "Seven" }),
            [new GeoDataSet("N", "country", "1", new DateOnly(2026, 1, 1), "L", "A", Confidence.B)]);
    }

    private Geography Load() => Geography.Load(new EnrichmentFiles(), folder, Path.Combine(folder, "cache"));

    private void WritePackages(string version, string countryRows)
    {
        foreach (var package in new[] { "geo-whois-asn-country", "asn" })
        {
            var at = Path.Combine(folder, "node_modules", "@ip-location-db", package);
            Directory.CreateDirectory(at);
            File.WriteAllText(Path.Combine(at, "package.json"), $$"""{"version":"{{version}}"}""");
            File.WriteAllText(Path.Combine(at, $"{package}-ipv4-num.csv"), package == "asn" ? "16777216,16777471,64512,\"A, \"\"B\"\"\"\n" : countryRows);
            File.WriteAllText(Path.Combine(at, $"{package}-ipv6-num.csv"), string.Empty);
        }
    }
}
