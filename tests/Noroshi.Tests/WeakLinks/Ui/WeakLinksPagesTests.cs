using System.Net;
using System.Text.Json;
using Noroshi.Contracts;
using Noroshi.Shell.Access;
using Noroshi.WeakLinks;

namespace Noroshi.Tests.WeakLinks.Ui;

/// <summary>The pages as a reader without script gets them, the API beneath, and who may see them.</summary>
public sealed class WeakLinksPagesTests(WeakLinksNode house) : IClassFixture<WeakLinksNode>
{
    private const string Secret = "ex-software";

    [Theory]
    [InlineData("/weaklinks")]
    [InlineData("/weaklinks?study=" + WeakLinksNode.Study)]
    [InlineData("/weaklinks/studies")]
    [InlineData("/weaklinks/studies/" + WeakLinksNode.Study)]
    [InlineData("/api/v1/weaklinks/studies")]
    [InlineData("/api/v1/weaklinks/studies/" + WeakLinksNode.Study)]
    [InlineData("/api/v1/weaklinks/studies/" + WeakLinksNode.Study + "?format=csv")]
    [InlineData("/api/v1/weaklinks/studies/" + WeakLinksNode.Study + "?format=docx")]
    public async Task Address_WhenAskedByEachRole_IsForThoseWhoMayRead(string path)
    {
        await house.WalkAsync(path, WeakLinksReaders.All, Secret);
        await house.KnockAsync(path, Secret);
    }

    [Fact]
    public async Task Studies_WhenAMachineAsks_StayClosed()
    {
        foreach (var scope in Enum.GetValues<TokenScope>())
        {
            using var machine = await house.Node.TokenAsync(scope);
            (await machine.GetAsync("/api/v1/weaklinks/studies")).Status.ShouldBe(HttpStatusCode.Forbidden, scope.ToString());
        }
    }

    [Theory]
    [InlineData("en", "Ten weak links", "Proposed projects", "Projects left out", "What would change the answer", "million USD a year", "Philippines", "EXERCISE: everything in this study is invented.", "Noroshi proposes; an authority decides.")]
    [InlineData("ja", "弱い環（上位十）", "実施を提案する事業", "見送る事業", "答えを変えるもの", "百万米ドル／年", "フィリピン", "この分析の内容はすべて架空です。", "決定は権限のある者が行います。")]
    public async Task Minister_WhenHeLooks_ReadsEverythingOnOnePage(string language, params string[] words)
    {
        var person = house.As(Role.Diplomat);
        await person.GetAsync("/weaklinks?lang=" + language);
        var page = await person.GetAsync("/weaklinks");
        foreach (var word in words) page.Text.ShouldContain(word);
        page.Document.QuerySelectorAll("#links tbody tr").Length.ShouldBe(10);
        page.Document.QuerySelectorAll("#funded tbody tr, #cut tbody tr").Length.ShouldBe(10);
        foreach (var key in new[] { "Kind_", "Par_", "View_", "By_", "Goal_", "Limit_", "Band_" })
        {
            page.Text.ShouldNotContain(key);
            (await person.GetAsync("/weaklinks/studies/" + WeakLinksNode.Study)).Text.ShouldNotContain(key);
        }

        await person.GetAsync("/weaklinks?lang=en");
    }

    [Fact]
    public async Task Analyst_WhenHeLooks_SeesTheRecordInFull()
    {
        var page = await house.As(Role.Analyst).GetAsync("/weaklinks/studies/" + WeakLinksNode.Study);
        page.Status.ShouldBe(HttpStatusCode.OK);
        foreach (var part in new[] { "viewpoints", "all-links", "owners", "routes", "cuts", "credit", "plan", "goals", "limits", "phases", "changes", "inputs" }) page.Document.QuerySelector("#" + part).ShouldNotBeNull(part);
        page.Document.QuerySelectorAll("#viewpoints tbody tr").Length.ShouldBe(3);
    }

    [Theory]
    [InlineData("/weaklinks?study=20200101-000000-aaaaaa")]
    [InlineData("/weaklinks?study=../secret")]
    [InlineData("/weaklinks/studies/20200101-000000-aaaaaa")]
    [InlineData("/api/v1/weaklinks/studies/20200101-000000-aaaaaa")]
    public async Task Study_WhenThereIsNone_IsSaidToBeMissing(string path)
    {
        var answer = await house.As(Role.Analyst).GetAsync(path);
        answer.Status.ShouldBe(HttpStatusCode.NotFound);
        answer.Text.ShouldContain("There is no such study");
    }

    [Fact]
    public async Task Api_WhenTheFormatIsUnknown_SaysSo()
    {
        var answer = await house.As(Role.Analyst).GetAsync($"/api/v1/weaklinks/studies/{WeakLinksNode.Study}?format=pdf");
        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        JsonDocument.Parse(answer.Html).RootElement.GetProperty("parameter").GetString().ShouldBe("format");
    }

    [Fact]
    public async Task Csv_WhenTaken_HasARowForEachLink()
    {
        var answer = await house.As(Role.Analyst).GetAsync($"/api/v1/weaklinks/studies/{WeakLinksNode.Study}?format=csv");
        answer.Html.TrimStart('\uFEFF').Split("\r\n")[0].ShouldBe("id,owner,sector,share,low,high,d,entry,betweenness");
        answer.Html.ShouldContain("\r\nex-software,EX-Software,software,");
        (await house.Node.ActsAsync()).ShouldContain("weaklinks.study.taken:done");
    }

    [Fact]
    public async Task Brief_WhenAsked_TellsOfTheStateInBandsOnly()
    {
        var person = house.As(Role.Diplomat);
        var page = await person.GetAsync("/diplomacy/states/PH/brief");
        page.Text.ShouldContain("of the modelled risk must pass one node there");
        page.Text.ShouldNotContain("ex-ph-telecom");
    }
}
