using System.IO.Compression;
using System.Net;
using System.Text.Json;
using Noroshi.Contracts;
using Noroshi.Diplomacy;

namespace Noroshi.Tests.Diplomacy.Votes.Ui;

/// <summary>The pages about votes as a reader without script gets them, and the API beneath.</summary>
public sealed class VotesPagesTests(VotesNode house) : IClassFixture<VotesNode>
{
    [Theory]
    [InlineData("/votes")]
    [InlineData("/votes/agreement?a=JP&b=US")]
    [InlineData("/votes/points")]
    [InlineData("/votes/majority?topic=invented")]
    [InlineData("/votes/roll-calls/6001")]
    [InlineData("/api/v1/diplomacy/votes")]
    [InlineData("/api/v1/diplomacy/votes/roll-calls")]
    [InlineData("/api/v1/diplomacy/votes/roll-calls/6001")]
    [InlineData("/api/v1/diplomacy/votes/agreement?a=JP&b=US")]
    [InlineData("/api/v1/diplomacy/votes/agreement?a=JP&format=csv")]
    [InlineData("/api/v1/diplomacy/votes/ideal-points?states=JP,US")]
    [InlineData("/api/v1/diplomacy/votes/ideal-points/figure?states=JP")]
    [InlineData("/api/v1/diplomacy/votes/ideal-points/map?from=JP")]
    [InlineData("/api/v1/diplomacy/votes/estimate")]
    [InlineData("/api/v1/diplomacy/votes/forecast?topic=invented")]
    public async Task Address_WhenAskedByEachRole_IsForThoseWhoMayRead(string path)
    {
        await house.WalkAsync(path, DiplomacyReaders.All);
        await house.KnockAsync(path, "Invented text");
    }

    [Theory]
    [InlineData("en", "Where a majority could come from", "not statements of how a state is going to vote", "Whom it hinges on", "Unknown", "How such forecasts did")]
    [InlineData("ja", "多数を得る見込み", "断定するものではありません", "結果を左右する国", "不明", "見込みの実績")]
    public async Task Majority_WhenAsked_SaysWhatItIsAndIsNot(string language, params string[] words)
    {
        var person = house.As(Role.Diplomat);
        await person.GetAsync("/votes?lang=" + language);
        var page = await person.GetAsync("/votes/majority?resolutions=6/1,6/2");
        page.Status.ShouldBe(HttpStatusCode.OK);
        foreach (var word in words) page.Text.ShouldContain(word);
        foreach (var key in new[] { "Choice_", "Rule_", "Wrong_", "NotUnderstood" }) page.Text.ShouldNotContain(key);
        await person.GetAsync("/votes?lang=en");
    }

    [Fact]
    public async Task Majority_WhenAStateIsMovedByLink_ShowsItAsGivenAndMovesItBack()
    {
        var person = house.As(Role.Analyst);
        var page = await person.GetAsync("/votes/majority?resolutions=6/1&rule=two-thirds");
        page.Document.QuerySelectorAll("#hinges a[href*='set=']").ShouldNotBeEmpty(page.Document.QuerySelector("#hinges")?.InnerHtml ?? page.Text);
        var link = page.Document.QuerySelectorAll("#hinges a[href*='set=']").First(anchor => anchor.TextContent.StartsWith("Yes", StringComparison.Ordinal)).GetAttribute("href")!;
        link.ShouldContain("rule=two-thirds");
        var moved = await person.GetAsync(link);
        moved.Document.QuerySelector("#states")!.TextContent.ShouldContain("given: Yes");
        moved.Document.QuerySelectorAll("#result a").ShouldContain(anchor => !anchor.GetAttribute("href")!.Contains("set=", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/votes/majority?topic=telephones", "the words of titles")]
    [InlineData("/votes/majority?resolutions=99/9", "the resolutions")]
    [InlineData("/votes/majority?topic=invented&set=JP", "the choices taken as given")]
    [InlineData("/votes/majority?topic=invented&rule=most", "the majority")]
    [InlineData("/votes/agreement?a=QQ", "the state")]
    [InlineData("/votes/agreement?a=JP&b=JP", "the state compared with")]
    [InlineData("/votes/agreement?a=JP&from=2020&to=2010", "the years")]
    [InlineData("/votes/points?states=QQ", "the state")]
    public async Task Page_WhenTheQuestionIsWrong_SaysWhichPartAndKeepsTheForm(string path, string part)
    {
        var page = await house.As(Role.Diplomat).GetAsync(path);
        page.Status.ShouldBe(HttpStatusCode.BadRequest);
        page.Text.ShouldContain($"cannot be answered: {part}");
        page.Document.QuerySelector("main form").ShouldNotBeNull();
        var problem = await house.As(Role.Diplomat).GetAsync("/api/v1/diplomacy" + path.Replace("/points", "/ideal-points", StringComparison.Ordinal).Replace("/majority", "/forecast", StringComparison.Ordinal));
        problem.Status.ShouldBe(HttpStatusCode.BadRequest);
        JsonDocument.Parse(problem.Html).RootElement.GetProperty("parameter").GetString().ShouldNotBeNullOrEmpty();
    }

    [Theory]
    [InlineData("roll-calls?")]
    [InlineData("agreement?a=JP&")]
    [InlineData("ideal-points?")]
    [InlineData("forecast?topic=invented&")]
    public async Task Api_WhenTheFormatIsUnknown_SaysSo(string question)
    {
        var problem = await house.As(Role.Diplomat).GetAsync($"/api/v1/diplomacy/votes/{question}format=xml");
        problem.Status.ShouldBe(HttpStatusCode.BadRequest);
        JsonDocument.Parse(problem.Html).RootElement.GetProperty("parameter").GetString().ShouldBe("format");
    }

    [Fact]
    public async Task RollCall_WhenItIsNotKept_IsNotFound()
    {
        (await house.As(Role.Diplomat).GetAsync("/votes/roll-calls/none")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await house.As(Role.Diplomat).GetAsync("/api/v1/diplomacy/votes/roll-calls/none")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Agreement_WhenOfAFormerState_SaysThatItsVotesAreNotThoseOfItsSuccessors()
    {
        var page = await house.As(Role.Diplomat).GetAsync("/votes/agreement?a=JP&b=CS");
        page.Text.ShouldContain("Czechoslovakia is no state today (until 1992-12).");
        page.Document.QuerySelectorAll("#votes tbody tr").Length.ShouldBe(100);
        page.Document.QuerySelector("a[href*='format=csv']").ShouldNotBeNull();
        (await house.As(Role.Diplomat).GetAsync("/votes")).Text.ShouldContain("Czechoslovakia, until 1992-12; successors:");
    }

    [Fact]
    public async Task Votes_WhenSearched_ShowThoseAlone()
    {
        var page = await house.As(Role.CapacityOfficer).GetAsync("/votes?q=text+7+&session=3");
        page.Document.QuerySelectorAll("#roll-calls tbody tr").Length.ShouldBeInRange(1, 20);
        page.Document.QuerySelectorAll("#roll-calls tbody tr td:nth-child(3)").ShouldAllBe(cell => cell.TextContent == "3");
    }

    [Fact]
    public async Task Import_WhenSentByADiplomat_TakesTheVotesAndOthersSeeNoForm()
    {
        (await house.As(Role.Analyst).GetAsync("/votes")).Document.QuerySelector("#import").ShouldBeNull();
        var person = house.As(Role.Diplomat);
        var shown = await person.GetAsync("/votes");
        using var form = new MultipartFormDataContent
        {
            { new StringContent("import"), "_handler" },
            { new StringContent(shown.FormToken), "__RequestVerificationToken" },
            { new StringContent("undl_id,ms_code,ms_name,ms_vote,date,session,resolution,title\n77,JPN,JAPAN,Y,1950-12-05,5,A/RES/5/999,\"Sent by a form\"\n77,QQQ,NOWHERE,Y,1950-12-05,5,A/RES/5/999,x\n"), "votes", "mine.csv" },
        };
        var answer = await person.SendAsync(HttpMethod.Post, "/votes", form);
        answer.Status.ShouldBe(HttpStatusCode.OK, answer.Text);
        await house.EstimatedAsync();
        answer.Text.ShouldContain("1 votes in 1 roll calls of 1 states imported");
        answer.Text.ShouldContain("votes.csv:3");
        (await person.GetAsync("/votes/roll-calls/undl-77")).Text.ShouldContain("Sent by a form");
        (await person.GetAsync("/settings/audit")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await house.As(Role.Administrator).GetAsync("/settings/audit")).Text.ShouldContain("Votes imported");
    }

    [Fact]
    public async Task Import_WhenASmallFileUnpacksToAHugeOne_IsRefused()
    {
        using var packed = new MemoryStream();
        await using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            var nothing = new byte[1 << 20];
            for (var megabyte = 0; megabyte < 130; megabyte++) await gzip.WriteAsync(nothing);
        }

        var person = house.As(Role.Diplomat);
        var shown = await person.GetAsync("/votes");
        using var form = new MultipartFormDataContent { { new StringContent("import"), "_handler" }, { new StringContent(shown.FormToken), "__RequestVerificationToken" }, { new ByteArrayContent(packed.ToArray()), "votes", "x.csv.gz" } };
        var answer = await person.SendAsync(HttpMethod.Post, "/votes", form);
        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        answer.Text.ShouldContain("unpacks to more than 128 MB");
    }

    [Fact]
    public async Task Import_WhenTheFileIsNoVotes_SaysSoAndTakesNothing()
    {
        var person = house.As(Role.Administrator);
        var shown = await person.GetAsync("/votes");
        using var form = new MultipartFormDataContent { { new StringContent("import"), "_handler" }, { new StringContent(shown.FormToken), "__RequestVerificationToken" }, { new StringContent("a,b\n1,2\n"), "votes", "x.csv" } };
        var answer = await person.SendAsync(HttpMethod.Post, "/votes", form);
        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        answer.Text.ShouldContain("votes.csv, row 1: the header has no column 'vote'");
        answer.Text.ShouldNotContain("/tmp/");
    }
}
