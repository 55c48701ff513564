using System.Globalization;
using Noroshi.Kernel;
using Noroshi.Shell.ReferenceData;

namespace Noroshi.Tests.ReferenceData;

public class StateRegisterTests
{
    private static readonly StateRegister Register = StateRegisterReader.Read(ReferenceFolderOfTheTree.Path);
    private static readonly CultureInfo Japanese = CultureInfo.GetCultureInfo("ja");
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");

    public static TheoryData<string, int> Expected => new(Register.Organisations.Where(o => o.ExpectedMembers is not null).Select(o => (o.Code, o.ExpectedMembers!.Value)));

    [Theory]
    [InlineData("JP")]
    [InlineData("jpn")]
    [InlineData("392")]
    public void Find_WhenGivenAnyOfTheThreeCodes_FindsTheState(string code)
    {
        var japan = Register.Find(code).ShouldNotBeNull();
        (japan.NameEn, japan.NameJa, japan.UnMember?.Value.Since).ShouldBe(("Japan", "日本", new DateOnly(1956, 12, 18)));
    }

    [Fact]
    public void States_WhenRead_Are249CodesAnd193UnMembers()
    {
        Register.States.Count.ShouldBe(249);
        Register.States.Count(state => state.Kind == "un_member").ShouldBe(193);
        Register.States.Count(state => state.UnMember is not null).ShouldBe(193);
    }

    [Theory]
    [MemberData(nameof(Expected))]
    public void MembershipsOf_WhenCounted_GiveTheExpectedNumberOfMembers(string organisation, int expected) =>
        Register.States.Select(state => state.Alpha2.ToString()).Concat(Register.Entities.Select(entity => entity.Code))
            .Count(code => Register.WasMember(organisation, code, new DateOnly(2026, 11, 22)) == Truth.Yes).ShouldBe(expected);

    [Theory]
    [InlineData("EU", "GB", "2020-01-31", Truth.Yes)]
    [InlineData("EU", "GB", "2020-02-01", Truth.No)]
    [InlineData("CoE", "RU", "2022-03-17", Truth.No)]
    [InlineData("APEC", "JP", "1989-11-06", Truth.Unknown)]
    [InlineData("APEC", "JP", "1990-01-01", Truth.Yes)]
    [InlineData("AU", "MA", "2000-01-01", Truth.No)]
    [InlineData("INTERPOL", "JP", "1990-01-01", Truth.Unknown)]
    [InlineData("INTERPOL", "JP", "2026-11-22", Truth.Yes)]
    [InlineData("ASEAN", "PG", "2026-11-22", Truth.No)]
    [InlineData("NATO", "JP", "2026-11-22", Truth.No)]
    public void WasMember_WhenAskedForADay_AnswersAsFarAsTheFactsGo(string organisation, string code, string day, Truth expected) =>
        Register.WasMember(organisation, code, DateOnly.Parse(day, CultureInfo.InvariantCulture)).ShouldBe(expected);

    [Fact]
    public void NameOf_WhenAsked_SpeaksTheReadersLanguage()
    {
        var names = Register;
        names.NameOf(CountryCode.Parse("DE"), Japanese).ShouldBe("ドイツ");
        names.NameOf(CountryCode.Parse("DE"), English).ShouldBe("Germany");
        names.NameOf(CountryCode.Parse("DE"), CultureInfo.GetCultureInfo("fr")).ShouldBe("Germany");
        names.NameOf(CountryCode.Parse("EU"), Japanese).ShouldBe("欧州連合");
        names.NameOf(CountryCode.Parse("QZ"), Japanese).ShouldBe("QZ");
        names.NameOf(CountryCode.Unknown, Japanese).ShouldBe("不明");
        StateRegister.Empty.NameOf(CountryCode.Parse("DE"), English).ShouldBe("DE");
        names.Codes.Count.ShouldBeGreaterThanOrEqualTo(249);
    }

    [Fact]
    public void HolidaysOf_WhenAsked_ListsTheYearInOrder()
    {
        var days = Register.HolidaysOf(CountryCode.Parse("JP")).Select(holiday => holiday.Date).ToList();
        days.ShouldContain(new DateOnly(2026, 11, 23));
        days.ShouldBe(days.Order());
        Register.HolidaysOf(CountryCode.Parse("FR")).ShouldBeEmpty();
    }

    [Fact]
    public void States_WhenRead_TakeNoPositionOnDisputedStatus()
    {
        foreach (var code in new[] { "IL", "PS", "EH" }) Register.Find(code)!.Capital.ShouldBeEmpty();
        foreach (var code in new[] { "TW", "EH" }) Register.Find(code)!.Parent.IsKnown.ShouldBeFalse();
    }

    [Fact]
    public void Read_WhenDataIsNotClean_RefusesAndNamesTheFinding()
    {
        var folder = Directory.CreateTempSubdirectory("noroshi-facts-").FullName;
        try
        {
            ReferenceFolderOfTheTree.CopyTo(folder);
            File.AppendAllText(Path.Combine(folder, "states", "languages.csv"), "ZZ,en,,example,2026-11,C\n");
            Should.Throw<Noroshi.Storage.RefusalException>(() => StateRegisterReader.Read(folder)).Message.ShouldContain("states/languages.csv, row 247");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
