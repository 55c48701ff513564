using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Noroshi.Contracts;
using Noroshi.Shell.Access;

namespace Noroshi.Tests.Shell.Access.Ui;

/// <summary>An administrator's day, through the pages as a browser without script sees them.</summary>
public sealed class SettingsPagesTests(DoorTests.House house) : IClassFixture<DoorTests.House>
{
    private readonly TestNode _node = house.Node;
    private readonly string _mark = Guid.NewGuid().ToString("N")[..8];

    [Fact]
    public async Task Invitation_WhenMadeOnThePage_LetsItsPersonIn()
    {
        using var admin = await AdminAsync();
        var refused = await admin.SubmitAsync("/settings/users", "invite", ("name", "guest-" + _mark), ("displayName", "Guest"), ("organisation", "csirt"));
        refused.Text.ShouldContain("at least one role");
        refused.Document.QuerySelector("#name")!.GetAttribute("value").ShouldBe("guest-" + _mark);
        var made = await admin.SubmitAsync("/settings/users", "invite", ("name", "guest-" + _mark), ("displayName", "<b>Guest</b>"), ("organisation", "csirt"), ("roles", "Analyst"), ("roles", "Nonsense"));
        made.Html.ShouldNotContain("<b>Guest</b>");
        var link = new Uri(made.Document.QuerySelector("code.secret")!.TextContent);
        link.Authority.ShouldBe(_node.Address.Authority);

        using var guest = _node.Browser();
        (await guest.SubmitAsync(link.PathAndQuery, "invitation", ("password", TestNode.Password), ("passwordAgain", "another"))).Text.ShouldContain("differ");
        (await guest.SubmitAsync(link.PathAndQuery, "invitation", ("password", TestNode.Password), ("passwordAgain", TestNode.Password))).Target.ShouldBe("/sign-in?done=password");
        (await guest.SubmitAsync("/sign-in", "sign-in", ("name", "guest-" + _mark), ("password", TestNode.Password))).Target.ShouldBe("/");
        (await guest.GetAsync(link.PathAndQuery)).Text.ShouldContain("has expired");

        var id = (await _node.Users.ListAsync(default)).Single(user => user.Name == "guest-" + _mark).Id;
        (await admin.SubmitAsync("/settings/users/" + id, "roles", ("roles", "Diplomat"))).Target.ShouldBe($"/settings/users/{id}?done=RolesChanged");
        (await admin.PressAsync("/settings/users/" + id, $"/settings/users/{id}/disable")).Target.ShouldBe($"/settings/users/{id}?done=UserDisabled");
        (await admin.GetAsync($"/settings/users/{id}?done=UserDisabled")).Text.ShouldContain("has no access any more");
        (await guest.SubmitAsync("/sign-in", "sign-in", ("name", "guest-" + _mark), ("password", TestNode.Password))).Location.ShouldBeNull();
    }

    [Fact]
    public async Task Token_WhenIssuedOnThePage_WorksUntilRevoked()
    {
        using var admin = await AdminAsync();
        (await admin.SubmitAsync("/settings/tokens", "issue", ("name", "feed " + _mark), ("organisation", "csirt"), ("scopes", "Read"), ("days", "900"))).Text.ShouldContain("1 to 366");
        var shown = await admin.SubmitAsync("/settings/tokens", "issue", ("name", "feed " + _mark), ("organisation", "csirt"), ("scopes", "Read"), ("days", "30"));
        var text = shown.Document.QuerySelector("code.secret")!.TextContent;
        (await admin.GetAsync("/settings/tokens")).Html.ShouldNotContain(text);

        using var machine = new TestBrowser(_node.Address, text);
        (await machine.GetAsync("/api/v1/observatory/imports")).Status.ShouldBe(HttpStatusCode.OK);
        (await machine.GetAsync("/settings/users")).Status.ShouldBe(HttpStatusCode.Forbidden);
        var id = (await _node.Services.GetRequiredService<ApiTokens>().ListAsync(default)).Single(token => token.Name == "feed " + _mark).Id;
        (await admin.PressAsync("/settings/tokens", $"/settings/tokens/{id}/revoke")).Target.ShouldBe("/settings/tokens?done=TokenRevoked");
        (await machine.GetAsync("/api/v1/observatory/imports")).Status.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Sharing_WhenOpenedAndClosedOnThePages_FollowsTheRule()
    {
        using var admin = await AdminAsync();
        (await admin.SubmitAsync("/settings/organisations", "add", ("organisationId", "o-" + _mark), ("kind", "Police"), ("nameEn", "Police " + _mark), ("nameJa", "警察" + _mark))).Target.ShouldBe("/settings/organisations?done=OrganisationAdded");
        (await admin.SubmitAsync("/settings/organisations", "add", ("organisationId", "O!"), ("kind", "Police"), ("nameEn", "x"), ("nameJa", "x"))).Text.ShouldContain("lower-case");
        (await admin.SubmitAsync("/settings/organisations?edit=o-" + _mark, "change", ("kind", "Csirt"), ("nameEn", "Renamed " + _mark), ("nameJa", "改称" + _mark))).Target.ShouldBe("/settings/organisations?done=OrganisationChanged");
        (await admin.GetAsync("/settings/organisations")).Text.ShouldContain("改称" + _mark);

        var rules = _node.Services.GetRequiredService<SharingRules>();
        var reader = TestNode.Person("o-" + _mark, Role.Analyst);
        (await admin.SubmitAsync("/settings/sharing", "share", ("owner", "csirt"), ("dataKind", "observatory.observations"), ("recipient", "organisation:o-" + _mark))).Target.ShouldBe("/settings/sharing?done=RuleAdded");
        (await rules.ReadableOwnersAsync(reader, "observatory.observations", default))!.ShouldContain("csirt");
        var id = (await rules.ListAsync(default)).Single(rule => rule.ToOrganisation == "o-" + _mark).Id;
        (await admin.PressAsync("/settings/sharing", $"/settings/sharing/{id}/remove")).Target.ShouldBe("/settings/sharing?done=RuleRemoved");
        (await rules.ReadableOwnersAsync(reader, "observatory.observations", default))!.ShouldNotContain("csirt");
    }

    [Fact]
    public async Task AuditLog_WhenReadFilteredAndTakenOut_ShowsActsAndRecordsTheTaking()
    {
        var log = _node.Services.GetRequiredService<IAuditLog>();
        await log.RecordAsync(new AuditEvent(TimeProvider.System.GetUtcNow(), "test." + _mark, "=HYPERLINK(\"x\")", null, "<script>", false));
        using var auditor = await _node.SignedInAsync("auditor-" + _mark, Role.Auditor);
        var page = await auditor.GetAsync("/settings/audit?act=test." + _mark + "&outcome=failed&from=nonsense");
        page.Html.ShouldContain("&lt;script&gt;");
        page.Document.QuerySelectorAll("tbody tr").Length.ShouldBe(1);
        var csv = await auditor.GetAsync("/settings/audit.csv?act=test." + _mark);
        csv.Type.ShouldBe("text/csv");
        csv.Html.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(2);
        csv.Html.ShouldContain("\"'=HYPERLINK(\"\"x\"\")\"");
        (await _node.ActsAsync()).ShouldContain("audit.exported:done");
        (await auditor.SubmitAsync("/settings/audit", "verify")).Text.ShouldContain("as they were recorded");
    }

    private Task<TestBrowser> AdminAsync() => _node.SignedInAsync("admin-" + _mark, Role.Administrator);
}
