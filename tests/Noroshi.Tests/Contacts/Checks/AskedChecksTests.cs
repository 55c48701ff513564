using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Noroshi.Contacts.Domain;
using Noroshi.Contacts.Features;
using Noroshi.Contracts;
using Noroshi.Federation;
using Noroshi.Shell.Access;
using Noroshi.Storage;
using Noroshi.Tests.Shell;

namespace Noroshi.Tests.Contacts.Checks;

/// <summary>The checks that a peer sent, as people see and answer them: by page, API and role.</summary>
public sealed class AskedChecksTests(ContactsNode house) : IClassFixture<ContactsNode>
{
    private const string Api = "/api/v1/contacts/checks/asked";
    private const string Page = "/contacts/asked";
    private static readonly Role[] Answerers = [Role.Diplomat, Role.Analyst, Role.Investigator, Role.Administrator];

    [Fact]
    public async Task Get_WhenTheRoleMayNot_IsRefused()
    {
        foreach (var role in Enum.GetValues<Role>())
        {
            foreach (var path in new[] { Api, Page })
                (await house.As(role).GetAsync(path)).Status.ShouldBe(Answerers.Contains(role) ? HttpStatusCode.OK : HttpStatusCode.Forbidden, $"{role} {path}");
        }

        using var stranger = house.Node.Browser();
        foreach (var path in new[] { Api, Page }) (await stranger.GetAsync(path)).Status.ShouldBeOneOf(HttpStatusCode.Unauthorized, HttpStatusCode.Found);
        foreach (var scope in Enum.GetValues<TokenScope>())
        {
            using var token = await house.Node.TokenAsync(scope);
            (await token.GetAsync(Api)).Status.ShouldBe(HttpStatusCode.Forbidden, $"{scope}: people answer, not machines");
        }
    }

    [Fact]
    public async Task Post_WhenTheRoleMayNot_IsForbidden()
    {
        foreach (var role in Enum.GetValues<Role>())
        {
            var status = (await house.As(role).PostAsync(Api + "/no-such/answer")).Status;
            status.ShouldBe(Answerers.Contains(role) ? HttpStatusCode.BadRequest : HttpStatusCode.Forbidden, $"{role}: a cookie needs the antiforgery token");
        }
    }

    [Fact]
    public async Task List_WhenInvestigatorsLook_HoldsWhatThePoliceAndTheCourtsAreAsked()
    {
        await AskAsync("check-police", "jp-ex-247");
        await AskAsync("check-technical", "jp-ex-technical");
        foreach (var role in Answerers)
        {
            var ids = JsonDocument.Parse((await house.As(role).GetAsync(Api)).Html).RootElement.EnumerateArray().Select(check => check.GetProperty("id").GetString()).ToList();
            ids.ShouldContain("node-ph~check-police");
            ids.Contains("node-ph~check-technical").ShouldBe(role != Role.Investigator, $"{role}");
        }

        (await PressAsync(Role.Investigator, "node-ph~check-technical")).Target.ShouldBe(Page + "?outcome=Unknown");
    }

    [Theory]
    [InlineData("en", "We are here", "Philippines", "the peering is not active", "Philippines asks whether you are there: central authority")]
    [InlineData("ja", "応答する", "フィリピン", "接続中でない", "フィリピンから通信確認：中央当局")]
    public async Task Answer_WhenThereIsNoLine_SaysSoAndKeepsTheCheck(string language, string button, string state, string refusal, string today)
    {
        await AskAsync("check-central", "jp-ex-central");
        var person = house.As(Role.Diplomat);
        var page = await person.GetAsync(Page + "?lang=" + language);
        page = page.Target is { } elsewhere ? await person.GetAsync(elsewhere) : page;
        page.Document.QuerySelectorAll("#open form button").ShouldContain(found => found.TextContent.Contains(button, StringComparison.Ordinal));
        page.Document.QuerySelector("#open")!.TextContent.ShouldContain(state);
        (await person.GetAsync("/")).Text.ShouldContain(today);

        var pressed = await PressAsync(Role.Diplomat, "node-ph~check-central");
        pressed.Status.ShouldBe(HttpStatusCode.SeeOther);
        (await person.GetAsync(pressed.Target!)).Document.QuerySelector("main .alert")!.TextContent.ShouldContain(refusal);
        (await house.Node.ActsAsync()).ShouldContain("contacts.check.asked:done");
        (await house.Node.ActsAsync()).ShouldNotContain("contacts.check.confirmed:done");
    }

    private Task<TestBrowser.Answer> PressAsync(Role role, string check) => house.As(role).PressAsync(Page, $"{Api}/{check}/answer");

    // As the inbox hands it over; a check that came before is set aside.
    private async Task AskAsync(string id, string point)
    {
        var receiver = house.Node.Services.GetServices<IMessageReceiver>().Single(one => one.Types.Contains(CheckContent.Type));
        var data = new CheckContent(id, point, false, ContactCheck.Allowed(ContactFunction.Technical), ContactCheck.LinkLife).ToWire();
        var message = new ReceivedMessage(id, "node-ph", "PH", CheckContent.Type, id, 1, TimeProvider.System.GetUtcNow(), data, "");
        if ((await house.Node.Services.GetRequiredService<AnswerCheck>().ListAsync(default)).Any(check => check.CheckId == id)) return;
        await house.Node.Services.GetRequiredService<RecordStore>().TransactAsync(transaction => receiver.ReceiveAsync(transaction, message, default), default);
    }
}
