using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Noroshi.Contacts.Hotline;
using Noroshi.Contracts;
using Noroshi.Shell.Access;
using Noroshi.Tests.Shell;

namespace Noroshi.Tests.Contacts.Hotline.Api;

/// <summary>Every endpoint and page of the hotline against every role.</summary>
public sealed class WhoMayTests(HotlineNode house) : IClassFixture<HotlineNode>, IAsyncLifetime
{
    private const string Api = "/api/v1/contacts/hotline";
    private static readonly Role[] _readers = [Role.Analyst, Role.Diplomat, Role.Auditor, Role.Administrator];
    private static readonly Role[] _watchers = [Role.Analyst, Role.Diplomat, Role.Administrator];
    private static readonly Role[] _speakers = [Role.Diplomat, Role.Administrator];
    private static bool _heard;

    /// <summary>Address, and who gets an answer.</summary>
    public static TheoryData<string, Role[]> Reading => new()
    {
        { Api + "/conversations", _readers },
        { Api + "/conversations/who-may", _readers },
        { Api + "/conversations/who-may/transcript.json", _readers },
        { Api + "/conversations/who-may/transcript.docx", _readers },
        { Api + "/messages/who-may-1/files/1", _readers },
        { Api + "/lines", _readers },
        { "/hotline", _readers },
        { "/hotline/who-may", _readers },
        { "/hotline/who-may/transcript", _readers },
        { "/hotline/new", _speakers },
        { "/hotline/new?conversation=who-may", _speakers },
        { "/hotline/settings", [Role.Administrator] },
    };

    public async ValueTask InitializeAsync()
    {
        if (_heard) return;
        _heard = true;
        await house.HearAsync("who-may", "secret-word", id: "who-may-1", files: AttachedFile.Of("note.html", "text/html", Encoding.UTF8.GetBytes("<p>secret-word</p>")));
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [MemberData(nameof(Reading))]
    public Task Get_WhenTheRoleMayNot_IsForbidden(string path, Role[] allowed) => house.WalkAsync(path, allowed, "secret-word");

    [Theory]
    [MemberData(nameof(Reading))]
    public async Task Get_WhenNobodyOrATokenAsks_ShowsNothing(string path, Role[] allowed)
    {
        allowed.ShouldNotBeEmpty();
        await house.KnockAsync(path, "secret-word");
        using var machine = await house.Node.TokenAsync(TokenScope.Read, TokenScope.Admin);
        var answer = await machine.GetAsync(path);
        answer.Status.ShouldBeOneOf(HttpStatusCode.Forbidden, HttpStatusCode.Unauthorized, HttpStatusCode.Found);
        answer.Html.ShouldNotContain("secret-word");
    }

    [Fact]
    public async Task Post_WhenTheRoleMayNot_IsForbidden()
    {
        foreach (var role in Enum.GetValues<Role>())
        {
            (await PostAsync(role, "/messages", new { to = "PH", @class = "status", precedence = "routine", subject = "s", textEn = "t" })).Status.ShouldBe(_speakers.Contains(role) ? HttpStatusCode.Created : HttpStatusCode.Forbidden, $"{role} messages");
            (await PostAsync(role, "/messages/who-may-1/receipts", new { kind = "acknowledged" })).Status.ShouldBe(_watchers.Contains(role) ? HttpStatusCode.OK : HttpStatusCode.Forbidden, $"{role} acknowledged");
            (await PostAsync(role, "/messages/who-may-1/receipts", new { kind = "understood" })).Status.ShouldBe(_speakers.Contains(role) ? HttpStatusCode.OK : HttpStatusCode.Forbidden, $"{role} understood");
        }
    }

    [Fact]
    public async Task Post_WhenTheAntiforgeryTokenIsMissing_IsRefused()
    {
        using var message = JsonContent.Create(new { to = "PH", @class = "status", precedence = "routine", subject = "s", textEn = "t" });
        (await house.As(Role.Diplomat).SendAsync(HttpMethod.Post, Api + "/messages", message)).Status.ShouldBe(HttpStatusCode.BadRequest);
        using var receipt = JsonContent.Create(new { kind = "read" });
        (await house.As(Role.Diplomat).SendAsync(HttpMethod.Post, Api + "/messages/who-may-1/receipts", receipt)).Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Events_WhenTheRoleMayNot_AreForbidden()
    {
        foreach (var role in Enum.GetValues<Role>().Except(_watchers)) (await house.As(role).GetAsync(Api + "/events")).Status.ShouldBe(HttpStatusCode.Forbidden, role.ToString());
    }

    [Fact]
    public async Task File_WhenTaken_IsBytesToSave()
    {
        var answer = await house.As(Role.Auditor).GetAsync(Api + "/messages/who-may-1/files/1");
        answer.Type.ShouldBe("application/octet-stream");
        answer.Html.ShouldBe("<p>secret-word</p>");
        (await house.As(Role.Auditor).GetAsync(Api + "/messages/who-may-1/files/2")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("""{"to":"PH","class":"attack","precedence":"routine","subject":"s","textEn":"t"}""", "class")]
    [InlineData("""{"to":"PH","class":"status","precedence":"soon","subject":"s","textEn":"t"}""", "precedence")]
    [InlineData("""{"to":"PH","class":"status","precedence":"routine","subject":"s"}""", "text")]
    [InlineData("""{"to":"PH","class":"status","precedence":"routine","textEn":"t"}""", "subject")]
    [InlineData("""{"to":"PH","class":"status","precedence":"routine","subject":"s","textEn":"t","files":[{"name":"a","content":"!"}]}""", "files")]
    public async Task Say_WhenAFieldIsWrong_NamesIt(string json, string field)
    {
        var answer = await PostAsync(Role.Diplomat, "/messages", JsonDocument.Parse(json).RootElement);
        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        JsonDocument.Parse(answer.Html).RootElement.GetProperty("parameter").GetString().ShouldBe(field);
    }

    [Theory]
    [InlineData("VN")]
    [InlineData("XX")]
    public async Task Say_WhenThePeerIsNotActive_IsRefused(string to) =>
        (await PostAsync(Role.Diplomat, "/messages", new { to, @class = "status", precedence = "routine", subject = "s", textEn = "t" })).Status.ShouldBe(HttpStatusCode.BadRequest);

    private async Task<TestBrowser.Answer> PostAsync(Role role, string path, object body)
    {
        var browser = house.As(role);
        using var content = JsonContent.Create(body);
        content.Headers.Add("RequestVerificationToken", (await browser.GetAsync("/account")).FormToken);
        return await browser.SendAsync(HttpMethod.Post, Api + path, content);
    }
}
