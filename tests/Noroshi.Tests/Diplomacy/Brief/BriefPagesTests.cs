using System.Net;
using System.Text.Json;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Noroshi.Contracts;
using Noroshi.Diplomacy.Brief;
using Noroshi.Shell.Access;

namespace Noroshi.Tests.Diplomacy.Brief;

/// <summary>Pages and addresses of profiles and briefs against every role, and what each sees.</summary>
public sealed class BriefPagesTests(BriefNode house) : IClassFixture<BriefNode>
{
    private const string Api = "/api/v1/diplomacy/states/PH/brief";

    private static readonly Role[] _readers = [Role.Analyst, Role.Investigator, Role.Diplomat, Role.CapacityOfficer, Role.Auditor, Role.Administrator];

    public static TheoryData<string> Addresses => ["/diplomacy/states", "/diplomacy/states/PH", "/diplomacy/states/PH/brief", Api, Api + "?format=docx"];

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task Get_WhenTheRoleMayNot_IsRefused(string path)
    {
        await house.WalkAsync(path, _readers, "+63");
        await house.KnockAsync(path, "+63");
        using var machine = await house.Node.TokenAsync(TokenScope.Read);
        (await machine.GetAsync(path)).Status.ShouldNotBe(HttpStatusCode.OK, "a brief is made for a person");
    }

    [Fact]
    public async Task Profile_WhenOpened_ShowsEveryTopicWithSources()
    {
        var page = await house.As(Role.Diplomat).GetAsync("/diplomacy/states/ph");
        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Text.ShouldContain("Convention on Cybercrime (Budapest) (ETS185)");
        page.Text.ShouldContain("ASEAN Regional Forum");
        page.Text.ShouldContain("+63");
        page.Text.ShouldContain("Not kept on this node");
        page.Document.QuerySelectorAll(".fact-list > li").ShouldAllBe(line => line.QuerySelector(".fact-note") != null);
        page.Document.QuerySelectorAll("h1").Length.ShouldBe(1);
    }

    [Fact]
    public async Task Brief_WhenOpened_BearsMarkingDayAndMaker()
    {
        var page = await house.As(Role.Diplomat).GetAsync("/diplomacy/states/PH/brief?on=2026-12-01&marking=TLP:RED");
        page.Document.QuerySelector("article.brief")!.GetAttribute("data-marking").ShouldBe("TLP:RED EXERCISE");
        page.Text.ShouldContain("As of 2026-12-01. Made by Person person-diplomat");
        page.Document.QuerySelectorAll(".brief-table tbody tr").Length.ShouldBeGreaterThan(10);
        page.Document.QuerySelectorAll("a[download]").Select(link => link.GetAttribute("href")!).ShouldContain(Api + "?on=2026-12-01&marking=TLP%3ARED&format=docx");
    }

    [Theory]
    [InlineData("/diplomacy/states/QQ", HttpStatusCode.NotFound, "There is no state or territory with this code.")]
    [InlineData("/diplomacy/states/QQ/brief", HttpStatusCode.NotFound, "There is no state or territory with this code.")]
    [InlineData("/diplomacy/states/JP", HttpStatusCode.BadRequest, "a brief is about another one")]
    [InlineData("/diplomacy/states/PH/brief?on=tomorrow", HttpStatusCode.BadRequest, "The day does not exist")]
    [InlineData("/diplomacy/states/PH/brief?marking=TLP:CLEAR", HttpStatusCode.BadRequest, "A brief bears TLP:AMBER")]
    public async Task Page_WhenTheAddressIsWrong_SaysWhat(string path, HttpStatusCode status, string said)
    {
        var page = await house.As(Role.Diplomat).GetAsync(path);
        page.Status.ShouldBe(status);
        page.Text.ShouldContain(said);
    }

    [Theory]
    [InlineData("/api/v1/diplomacy/states/QQ/brief", HttpStatusCode.NotFound, "state")]
    [InlineData("/api/v1/diplomacy/states/JP/brief", HttpStatusCode.BadRequest, "own")]
    [InlineData(Api + "?format=pdf", HttpStatusCode.BadRequest, "format")]
    [InlineData(Api + "?lang=fr", HttpStatusCode.BadRequest, "lang")]
    [InlineData(Api + "?on=2026-02-30", HttpStatusCode.BadRequest, "on")]
    public async Task Api_WhenTheQuestionIsWrong_NamesTheParameter(string path, HttpStatusCode status, string parameter)
    {
        var answer = await house.As(Role.Diplomat).GetAsync(path);
        answer.Status.ShouldBe(status);
        JsonDocument.Parse(answer.Html).RootElement.GetProperty("parameter").GetString().ShouldBe(parameter);
    }

    [Fact]
    public async Task Api_WhenAskedForWord_GivesADocumentInTheLanguageAndIsRecorded()
    {
        using var client = new HttpClient(new SocketsHttpHandler { CookieContainer = house.As(Role.Diplomat).Cookies }) { BaseAddress = house.Node.Address };
        using var answer = await client.GetAsync(new Uri(Api + "?lang=ja&format=docx", UriKind.Relative), TestContext.Current.CancellationToken);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe(BriefDocument.MediaType);
        answer.Content.Headers.ContentDisposition!.FileName!.ShouldMatch("brief-PH-.*-ja.docx");
        using var document = WordprocessingDocument.Open(new MemoryStream(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)), isEditable: false);
        new OpenXmlValidator().Validate(document).Select(error => error.Description).ShouldBeEmpty();
        document.MainDocumentPart!.Document.InnerText.ShouldContain("会談資料：フィリピン");
        document.MainDocumentPart.Document.InnerText.ShouldContain("サイバー犯罪条約（ETS185）");
        (await house.Node.ActsAsync()).ShouldContain("diplomacy.brief-taken:done");
    }

    [Fact]
    public async Task Api_WhenAnAuditorAsks_LeavesOutWhatTheirRoleDoesNotOpen()
    {
        var diplomat = await TopicAsync(Role.Diplomat, "contacts");
        var auditor = await TopicAsync(Role.Auditor, "contacts");
        (diplomat.GetProperty("sections").GetArrayLength(), auditor.GetProperty("sections").GetArrayLength()).ShouldBe((2, 1), "figures of checks are for those who send them");
        (await TopicAsync(Role.Diplomat, "cases")).GetProperty("standing").GetString().ShouldBe("not-kept");
    }

    [Fact]
    public async Task States_WhenSearched_AreFoundByEitherNameAndCode()
    {
        foreach (var asked in new[] { "フィリピン", "philipp", "ph" })
            (await house.As(Role.Analyst).GetAsync("/diplomacy/states?q=" + Uri.EscapeDataString(asked))).Document.QuerySelectorAll("tbody a").Select(link => link.GetAttribute("href")).ShouldContain("/diplomacy/states/PH");
        (await house.As(Role.Analyst).GetAsync("/diplomacy/states")).Document.QuerySelectorAll("tbody a").Select(link => link.GetAttribute("href")).ShouldNotContain("/diplomacy/states/JP", "we are no other state");
    }

    [Fact]
    public async Task StatePage_WhenItIsAnothers_LeadsToTheProfile()
    {
        (await house.As(Role.Diplomat).GetAsync("/states/PH")).Html.ShouldContain("href=\"/diplomacy/states/PH\"");
        (await house.As(Role.Diplomat).GetAsync("/states/JP")).Html.ShouldNotContain("href=\"/diplomacy/states/JP\"");
        (await house.As(Role.Operator).GetAsync("/states/PH")).Html.ShouldNotContain("/diplomacy/states/PH");
    }

    [Fact]
    public async Task Palette_WhenAStateIsTyped_LeadsToItsBrief()
    {
        (await house.As(Role.Diplomat).GetAsync("/api/v1/shell/palette?q=brief%20phil")).Html.ShouldContain("/diplomacy/states/PH/brief");
        (await house.As(Role.Operator).GetAsync("/api/v1/shell/palette?q=PH")).Html.ShouldNotContain("/diplomacy/");
    }

    private async Task<JsonElement> TopicAsync(Role role, string topic)
    {
        var answer = await house.As(role).GetAsync(Api);
        answer.Status.ShouldBe(HttpStatusCode.OK);
        return JsonDocument.Parse(answer.Html).RootElement.GetProperty("topics").EnumerateArray().Single(each => each.GetProperty("topic").GetString() == topic).Clone();
    }
}
