using System.Globalization;
using System.Security.Claims;
using Microsoft.Extensions.Localization;
using Noroshi.Contracts;
using Noroshi.Shell;
using Noroshi.Shell.Palette;
using Noroshi.Shell.Ui;
using NSubstitute;

namespace Noroshi.Tests.Shell.Palette;

public sealed class PaletteSearchTests
{
    private static readonly ClaimsPrincipal Anyone = new(new ClaimsIdentity());

    private static IReadOnlyList<string> Find(string typed, params PaletteEntry[] entries)
    {
        var text = Substitute.For<IStringLocalizer<Words>>();
        text[Arg.Any<string>()].Returns(call => new LocalizedString(call.Arg<string>(), call.Arg<string>()));
        var source = Substitute.For<IPaletteSource>();
        source.Entries(Anyone, Arg.Any<CultureInfo>()).Returns(entries);
        return [.. new PaletteSearch(new OpenModules([]), [source], text).Find(typed, Anyone, CultureInfo.InvariantCulture).Select(static entry => entry.Title)];
    }

    private static PaletteEntry State(string code, string japanese, string english) => new(japanese, "/states/" + code, "state", [code, english]);

    [Theory]
    [InlineData("ふぃり")]
    [InlineData("ﾌｨﾘ")]
    [InlineData("PHILIP")]
    [InlineData("ph")]
    public void Find_InWhateverScriptOrWidth_FindsTheState(string typed) =>
        Find(typed, State("PH", "フィリピン", "Philippines"), State("VN", "ベトナム", "Viet Nam")).ShouldHaveSingleItem().ShouldBe("フィリピン");

    [Fact]
    public void Find_WhenACodeIsTyped_PutsItsOwnerFirst() =>
        Find("in", State("ID", "インドネシア", "Indonesia"), State("CN", "中国", "China"), State("IN", "インド", "India"))[0].ShouldBe("インド");

    [Fact]
    public void Find_WhenNothingMatches_FindsNothing() => Find("zzz", State("PH", "フィリピン", "Philippines")).ShouldBeEmpty();

    [Fact]
    public void Find_WhenEverythingMatches_StopsAtAPageful() =>
        Find("", [.. Enumerable.Range(0, 100).Select(static at => State("X", $"国{at}", "x"))]).Count.ShouldBe(PaletteSearch.Most);
}
