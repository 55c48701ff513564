using System.Globalization;
using Noroshi.Kernel;
using Noroshi.Observatory.Domain;
using Noroshi.Observatory.Enrichment;

namespace Noroshi.Tests.Observatory.Enrichment;

public sealed class AddressPlanTests
{
    private const string Likely = "\",/:#\r\n\0 9fÿ\uD800";

    private const string Good = """
        prefix,organisation_id,organisation_en,organisation_ja,sector,kind,country
        # The ministry's own network, and a hospital within it.
        198.18.0.0/16,1,Ministry (EXERCISE),省(演習),government,government,JP
        198.18.7.0/24,2,"Hospital, East (EXERCISE)",東病院(演習),medical,private,JP
        2001:db8:7::/48,2,"Hospital, East (EXERCISE)",東病院(演習),medical,private,JP

        """;

    [Fact]
    public void TryFind_WhenPrefixesNest_TheLongestAnswers()
    {
        var plan = Read(Good);
        Find(plan, "198.18.6.255").ShouldBe(new TargetPlace(1, 8, TargetKind.Government, CountryCode.Parse("JP")));
        Find(plan, "198.18.7.0").ShouldBe(new TargetPlace(2, 9, TargetKind.Private, CountryCode.Parse("JP")));
        Find(plan, "198.18.7.255").Organisation.ShouldBe((ushort)2);
        Find(plan, "198.18.8.0").Organisation.ShouldBe((ushort)1);
        Find(plan, "2001:db8:7::1").Organisation.ShouldBe((ushort)2);
        plan.TryFind(Address("198.19.0.0"), out _).ShouldBeFalse();
        plan.TryFind(Address("2001:db8:8::"), out _).ShouldBeFalse();
        plan.Organisations[2].English.ShouldBe("Hospital, East (EXERCISE)");
        plan.Organisations[2].Japanese.ShouldBe("東病院(演習)");
        plan.PrefixCount.ShouldBe(3);
    }

    [Fact]
    public void Read_WhenARowIsWrongForAJapaneseReader_SaysSoInJapanese()
    {
        var before = CultureInfo.CurrentUICulture;
        try
        {
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("ja");
            Should.Throw<EnrichmentFileException>(() => Read($"{AddressPlan.Header}\n198.18.1.1/24,1,A,甲,government,government,JP\n"))
                .Message.ShouldBe("plan.csv の2行目、prefix列:「198.18.1.1/24」には長さより下位のビットがあります。これを含むプレフィックスは198.18.1.0/24です。");
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    [Theory]
    [InlineData("198.18.1.1/24,1,A,甲,government,government,JP", "row 2, column prefix", "198.18.1.0/24")]
    [InlineData("198.18.1.0/24,0,A,甲,government,government,JP", "row 2, column organisation_id", "from 1 to 65535")]
    [InlineData("198.18.1.0/24,65536,A,甲,government,government,JP", "row 2, column organisation_id", "from 1 to 65535")]
    [InlineData("198.18.1.0/24,1,,甲,government,government,JP", "row 2, column organisation_en", "is empty")]
    [InlineData("198.18.1.0/24,1,A, ,government,government,JP", "row 2, column organisation_ja", "is empty")]
    [InlineData("198.18.1.0/24,1,A,甲,goverment,government,JP", "row 2, column sector", "use one of")]
    [InlineData("198.18.1.0/24,1,A,甲,government,state,JP", "row 2, column kind", "'government' nor 'private'")]
    [InlineData("198.18.1.0/24,1,A,甲,government,government,JPN", "row 2, column country", "two-letter")]
    [InlineData("198.18.1.0/24,1,A,甲,government,government", "row 2", "6 fields where the header has 7")]
    [InlineData("198.18.1.0/24,1,A,甲,government,government,JP\n198.18.1.0/24,1,A,甲,government,government,JP", "row 3, column prefix", "named twice")]
    [InlineData("198.18.1.0/24,1,A,甲,government,government,JP\n198.18.2.0/24,1,B,甲,government,government,JP", "row 3, column organisation_id", "described differently")]
    [InlineData("198.18.1.0/24,1,\"A,甲,government,government,JP", "row 2", "does not close")]
    [InlineData("198.18.1.0/24,1,\"A\"x,甲,government,government,JP", "row 2", "after a closing quotation mark")]
    [InlineData("198.18.1.0/24,1,A\"B,甲,government,government,JP", "row 2", "inside a field")]
    [InlineData("198.18.1.0/24,1,A\0B,甲,government,government,JP", "row 2", "U+0000")]
    public void Read_WhenARowIsWrong_NamesRowColumnAndRemedy(string rows, string where, string remedy)
    {
        var message = Should.Throw<EnrichmentFileException>(() => Read($"{AddressPlan.Header}\n{rows}\n")).Message;
        message.ShouldContain("plan.csv");
        message.ShouldContain(where);
        message.ShouldContain(remedy);
    }

    [Fact]
    public void Read_WhenTheHeaderIsAnother_ShowsWhatItHasToBe() =>
        Should.Throw<EnrichmentFileException>(() => Read("network,id\n")).Message.ShouldContain(AddressPlan.Header);

    [Fact]
    public void Read_WhenEmpty_SaysSo() => Should.Throw<EnrichmentFileException>(() => Read(string.Empty)).Message.ShouldContain("is empty");

    [Fact]
    public void Read_WhenALineNeverEnds_RefusesWithoutLoadingIt()
    {
        using var endless = new EndlessReader();
        Should.Throw<EnrichmentFileException>(() => AddressPlan.Read(endless, "plan.csv")).Message.ShouldContain("longer than");
    }

    [Fact]
    public void Read_WithByteOrderMarkAndWindowsLineEnds_IsTheSame() =>
        Read("\uFEFF" + Good.ReplaceLineEndings("\r\n")).PrefixCount.ShouldBe(3);

    [Fact]
    public void Load_WhenNotUtf8_SaysHowToSave()
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(path, [.. "prefix,"u8, 0x8B, 0x9E, 0x0A]);
            Should.Throw<EnrichmentFileException>(() => AddressPlan.Load(path)).Message.ShouldContain("UTF-8");
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void Load_WhenAbsent_NamesThePath() =>
        Should.Throw<EnrichmentFileException>(() => AddressPlan.Load("/nowhere/plan.csv")).Message.ShouldContain("/nowhere/plan.csv");

    [Fact]
    public void Read_OnMutatedContent_OnlyRefusesOrAccepts()
    {
        var random = new Random(11);
        for (var i = 0; i < 20_000; i++)
        {
            var text = Good.ToCharArray().ToList();
            for (var edits = random.Next(1, 6); edits > 0; edits--)
            {
                var at = random.Next(text.Count);
                switch (random.Next(3))
                {
                    case 0: text.RemoveAt(at); break;
                    case 1: text.Insert(at, Likely[random.Next(Likely.Length)]); break;
                    default: text[at] = (char)random.Next(0, 0x3000); break;
                }
            }

            try
            {
                Read(new string([.. text]));
            }
            catch (EnrichmentFileException)
            {
                // Refusing is the right answer to most of them; anything else escapes and fails the test.
            }
        }
    }

    private static AddressPlan Read(string text) => AddressPlan.Read(new StringReader(text), "plan.csv");

    private static TargetPlace Find(AddressPlan plan, string address)
    {
        plan.TryFind(Address(address), out var place).ShouldBeTrue();
        return place;
    }

    private static NetworkAddress Address(string text)
    {
        NetworkAddress.TryParse(text, out var address).ShouldBeTrue();
        return address;
    }

    private sealed class EndlessReader : TextReader
    {
        public override int Read() => 'x';
    }
}
