using Noroshi.Diplomacy.Brief;
using Noroshi.Kernel;
using Noroshi.Shell.Asking;
using Noroshi.Storage;

namespace Noroshi.Tests.Diplomacy.Brief;

public sealed class BriefAskingTests
{
    [Fact]
    public void Ask_WhenOnlyTheStateIsNamed_IsForTodayAndAmber() =>
        Briefs.Asking().Read("ph", null, "", Briefs.English).ShouldBe(new BriefAsk(CountryCode.Parse("PH"), new DateOnly(2026, 11, 20), Tlp.Amber, Briefs.English));

    [Theory]
    [InlineData("TLP:AMBER+STRICT", Tlp.AmberStrict)]
    [InlineData("amber strict", Tlp.AmberStrict)]
    [InlineData("red", Tlp.Red)]
    public void Marking_WhenStricter_IsTaken(string asked, object marking) => Briefs.Asking().Read("PH", null, asked, Briefs.English).Marking.ShouldBe((Tlp)marking);

    [Theory]
    [InlineData("QQ", null, null, "state", "'QQ'")]
    [InlineData("Philippines", null, null, "state", "'Philippines'")]
    [InlineData(null, null, null, "state", "''")]
    [InlineData("JP", null, null, "own", "JP runs this node")]
    [InlineData("PH", "2026-13-01", null, "on", "'2026-13-01'")]
    [InlineData("PH", "1899-12-31", null, "on", "1900-01-01")]
    [InlineData("PH", null, "green", "marking", "TLP:AMBER")]
    [InlineData("PH", null, "secret", "marking", "'secret'")]
    public void Ask_WhenItIsWrong_SaysWhatAndWhere(string? state, string? on, string? marking, string parameter, string said)
    {
        var wrong = Should.Throw<WrongAskException>(() => Briefs.Asking().Read(state, on, marking, Briefs.English));
        (wrong.Parameter, wrong.ExitCode, wrong.IsUnknown).ShouldBe((parameter, RefusalException.Input, parameter == "state"));
        wrong.Message.ShouldContain(said);
    }
}
