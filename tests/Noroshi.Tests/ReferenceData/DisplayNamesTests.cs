using System.Globalization;
using Noroshi.Kernel;
using Noroshi.Shell.ReferenceData;
using Noroshi.Storage;

namespace Noroshi.Tests.ReferenceData;

public sealed class DisplayNamesTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("noroshi-names-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Naming_WhenTheOperatorChoseNames_ShowsThemAndSaysSo()
    {
        Write("code,name_en,name_ja\nGB,United Kingdom,英国\n");
        var register = StateRegisterReader.Read(ReferenceFolderOfTheTree.Path).Naming(DisplayNames.Read(_folder));
        register.NameOf(CountryCode.Parse("GB"), CultureInfo.GetCultureInfo("ja")).ShouldBe("英国");
        register.Find("GB")!.NamedByOperator.ShouldBeTrue();
        register.Find("FR")!.NamedByOperator.ShouldBeFalse();
        register.WasMember("NATO", "GB", new DateOnly(2026, 11, 22)).ShouldBe(Truth.Yes);
        register.HolidaysOf(CountryCode.Parse("GB")).ShouldNotBeEmpty();
    }

    [Fact]
    public void Read_WhenThereIsNoFile_NamesNothing() => DisplayNames.Read(_folder).ShouldBeEmpty();

    [Theory]
    [InlineData("code,name_en\nGB,United Kingdom\n", "name_ja")]
    [InlineData("code,name_en,name_ja\ngb,United Kingdom,英国\n", "row 2, column 'code'")]
    [InlineData("code,name_en,name_ja\nGB,,英国\n", "row 2, column 'name_en'")]
    [InlineData("code,name_en,name_ja\nGB,A,B\nGB,C,D\n", "row 3")]
    public void Read_WhenTheFileIsNotInOrder_RefusesAndSaysWhere(string text, string expected)
    {
        Write(text);
        Should.Throw<RefusalException>(() => DisplayNames.Read(_folder)).Message.ShouldContain(expected);
    }

    private void Write(string text) => File.WriteAllText(Path.Combine(_folder, DisplayNames.FileName), text);
}
