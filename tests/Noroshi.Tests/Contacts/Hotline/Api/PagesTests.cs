using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Noroshi.Contacts.Hotline;
using Noroshi.Contracts;

namespace Noroshi.Tests.Contacts.Hotline.Api;

public sealed class PagesTests(HotlineNode house) : IClassFixture<HotlineNode>
{
    private static readonly (string, string)[] _message =
        [("to", HotlineNode.Peer), ("class", "notification"), ("marking", "TLP:GREEN"), ("subject", "From the page"), ("ja", "本文です。"), ("en", "")];

    [Fact]
    public async Task Message_WhenSentByTheForm_IsOnItsWay()
    {
        var diplomat = house.As(Role.Diplomat);
        var answer = await diplomat.SubmitAsync("/hotline/new", "say", [.. _message, ("precedence", "priority")]);
        answer.Status.ShouldBe(HttpStatusCode.Found, answer.Text);
        answer.Target!.ShouldMatch("^/hotline/[0-9a-f]{32}\\?done=said$");
        var page = await diplomat.GetAsync(answer.Target!);
        page.Text.ShouldContain("JP-1");
        page.Text.ShouldContain("本文です。");
        page.Text.ShouldContain("Not yet acknowledged by the other side");
        (await house.SentAsync()).ShouldContain(sent => sent.Type == "hotline.message" && sent.Data.GetProperty("text").GetProperty("ja").GetString() == "本文です。");
    }

    [Fact]
    public async Task Flash_WhenNotConfirmed_IsShownOnceMore()
    {
        var diplomat = house.As(Role.Diplomat);
        (string, string)[] flash = [.. _message, ("precedence", "flash"), ("subject", "Flash only")];
        var shown = await diplomat.SubmitAsync("/hotline/new", "say", flash);
        shown.Status.ShouldBe(HttpStatusCode.OK);
        shown.Text.ShouldContain("Read once more before it rings");
        (await house.SentAsync()).ShouldNotContain(sent => sent.Type == "hotline.message" && sent.Data.GetProperty("precedence").GetString() == "flash");
        (await diplomat.PostAsync("/hotline/new", [("_handler", "say"), ("__RequestVerificationToken", shown.FormToken), .. shown.Hidden("say"), .. flash])).Status.ShouldBe(HttpStatusCode.Found);
    }

    [Theory]
    [InlineData("ja", "", "This is missing")]
    [InlineData("subject", "", "This is missing")]
    [InlineData("ja", "{system}が停止", "braces")]
    public async Task Message_WhenAFieldIsWrong_KeepsWhatWasTyped(string field, string value, string said)
    {
        var answer = await house.As(Role.Diplomat).SubmitAsync("/hotline/new", "say", [.. _message.Where(one => one.Item1 != field), (field, value), ("precedence", "routine")]);
        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        answer.Text.ShouldContain(said);
        answer.Html.ShouldContain(field == "ja" ? "From the page" : "本文です。");
    }

    [Fact]
    public async Task Phrase_WhenChosen_IsPutIntoTheText()
    {
        var page = await house.As(Role.Diplomat).GetAsync("/hotline/new?phrase=n1&part-port=23&part-system=%3Cgrid%3E");
        page.Document.QuerySelector("#ja")!.TextContent.ShouldContain("ポート23");
        page.Document.QuerySelector("#en")!.TextContent.ShouldContain("port 23 of <grid>");
        page.Document.QuerySelector("#en")!.TextContent.ShouldContain("{time}");
        page.Document.QuerySelector("#part-network").ShouldNotBeNull();
    }

    [Fact]
    public async Task Conversation_WhenMarkupWasSent_ShowsItAsText()
    {
        await house.HearAsync("markup", "<img src=x onerror=alert(1)>");
        var page = await house.As(Role.Analyst).GetAsync("/hotline/markup");
        page.Html.ShouldContain("&lt;img src=x onerror=alert(1)&gt;");
        page.Document.QuerySelectorAll("main img").ShouldBeEmpty();
        page.Document.QuerySelectorAll("button[value=understood]").ShouldBeEmpty("an analyst does not say that it is understood");
        page.Document.QuerySelector("button[data-acknowledge]").ShouldNotBeNull();
    }

    [Fact]
    public async Task Ringing_WhenSomethingWaits_StandsAboveEveryPageAndOnToday()
    {
        await house.HearAsync("bar", "look", "flash");
        foreach (var path in new[] { "/hotline", "/states", "/" }) (await house.As(Role.Diplomat).GetAsync(path)).Document.QuerySelector(".hotline-bar")!.TextContent.ShouldContain("Subject of bar");
        var today = (await house.As(Role.Diplomat).GetAsync("/")).Document.QuerySelector("#needs-answer")!;
        today.TextContent.ShouldContain("Subject of bar");
        today.QuerySelector("a[href^='/hotline/bar']")!.TextContent.ShouldMatch("PH-[0-9]+ ?[(（]Subject of bar[)）] · ", "numbers begin anew in each conversation");
        foreach (var role in new[] { Role.Auditor, Role.Investigator })
        {
            var page = await house.As(role).GetAsync("/states");
            page.Document.QuerySelector("noroshi-hotline").ShouldBeNull();
            page.Html.ShouldNotContain("Subject of bar");
        }
    }

    [Fact]
    public async Task Unknown_WhenAskedFor_IsSaid()
    {
        var page = await house.As(Role.Diplomat).GetAsync("/hotline/no-such");
        page.Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Settings_WhenSaved_AreKept()
    {
        var administrator = house.As(Role.Administrator);
        (string, string)[] good = [("target-flash", "3"), ("target-immediate", "30"), ("target-priority", "180"), ("target-routine", "1440"), ("limit", "7"), ("test", "01:15"), ("hook", ""), ("secret", ""), ("link", "")];
        (await administrator.SubmitAsync("/hotline/settings", "settings", good)).Status.ShouldBe(HttpStatusCode.Found);
        var kept = await house.Node.Services.GetRequiredService<SettingRecords>().ReadAsync(default);
        kept.RingLimit.ShouldBe(7);
        kept.Targets.Flash.ShouldBe(TimeSpan.FromMinutes(3));
        foreach (var (field, value) in new[] { ("target-flash", "0"), ("limit", "x"), ("test", "25:00"), ("hook", "ftp://duty.example"), ("hook", "https://duty.example"), ("link", "https://a:b@noroshi.example") })
            (await administrator.SubmitAsync("/hotline/settings", "settings", [.. good.Where(one => one.Item1 != field), (field, value)])).Status.ShouldBe(HttpStatusCode.BadRequest, field);
        (await administrator.SubmitAsync("/hotline/settings", "ladder", ("role-1", "Analyst"), ("organisation-1", "csirt"), ("role-2", "Auditor"), ("role-3", "Administrator"))).Status.ShouldBe(HttpStatusCode.Found);
        (await house.Node.Services.GetRequiredService<SettingRecords>().LadderAsync(default)).ShouldBe([new LadderRung(1, "csirt", Role.Analyst), new LadderRung(2, "", Role.Administrator)]);
        (await administrator.SubmitAsync("/hotline/settings", "phrase", ("kind", "status"), ("urgency", "routine"), ("title-ja", "題"), ("title-en", "Own title"), ("text-ja", "本文"), ("text-en", "Own text"))).Status.ShouldBe(HttpStatusCode.Found);
        (await house.As(Role.Diplomat).GetAsync("/hotline/new")).Html.ShouldContain("Own title");
        (await house.Node.ActsAsync()).Count(act => act == "hotline.settings:done").ShouldBe(3);
    }

    [Fact]
    public async Task Line_WhenTestedFromThePage_IsSent()
    {
        (await house.As(Role.Diplomat).SubmitAsync("/hotline", "test-" + HotlineNode.Peer)).Status.ShouldBe(HttpStatusCode.Found);
        (await house.SentAsync()).ShouldContain(sent => sent.Type == "hotline.test");
        var refused = await house.As(Role.Auditor).PostAsync("/hotline", ("_handler", "test-" + HotlineNode.Peer), ("__RequestVerificationToken", (await house.As(Role.Auditor).GetAsync("/account")).FormToken));
        refused.Status.ShouldNotBe(HttpStatusCode.Found);
    }
}
