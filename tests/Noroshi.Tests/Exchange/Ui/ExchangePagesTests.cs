using System.Net;
using Noroshi.Contracts;
using Noroshi.Shell.Access;

namespace Noroshi.Tests.Exchange.Ui;

/// <summary>Every page and endpoint of the room against every role, and what each sees.</summary>
public sealed class ExchangePagesTests(ExchangeRoom room) : IClassFixture<ExchangeRoom>
{
    private const string Api = "/api/v1/exchange";
    private static readonly Role[] Readers = [Role.Analyst, Role.Investigator, Role.Operator, Role.Auditor, Role.Administrator];
    private static readonly Role[] Checkers = [Role.Analyst, Role.Auditor, Role.Administrator];
    private static readonly Role[] Keepers = [Role.Administrator];

    /// <summary>Address, and who gets an answer.</summary>
    public static TheoryData<string, Role[]> Reading => new()
    {
        { "/exchange", Readers },
        { "/exchange/collections/open", Readers },
        { "/exchange/collections/open?q=beacon&type=indicator", Readers },
        { "/exchange/objects/" + ExchangeRoom.Seen, Readers },
        { "/exchange/partners", Readers },
        { "/exchange/sources", Readers },
        { "/exchange/departures", Checkers },
        { "/exchange/collections/new", Keepers },
        { "/exchange/collections/open/edit", Keepers },
        { Api + "/collections", Readers },
        { Api + "/departures", Checkers },
        { Api + "/sources", Readers },
    };

    [Theory]
    [MemberData(nameof(Reading))]
    public Task Get_WhenTheRoleMayNot_IsRefused(string path, Role[] allowed) => room.WalkAsync(path, allowed, "beacon of the worm");

    [Theory]
    [MemberData(nameof(Reading))]
    public async Task Get_WhenNobodyIsSignedIn_ShowsNothing(string path, Role[] allowed)
    {
        allowed.ShouldNotBeEmpty();
        await room.KnockAsync(path, "beacon");
    }

    [Theory]
    [InlineData("/partners/none/end")]
    [InlineData("/sources/none/end")]
    [InlineData("/collections/none/close")]
    public async Task Post_WhenTheCallerMayNot_IsRefused(string path)
    {
        await room.RefuseWritingAsync(Api + path, "{}", Keepers);
        (await room.As(Role.Administrator).SendJsonAsync(Api + path, "{}")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Token_WhenItReads_SeesCollectionsAlone()
    {
        using var machine = await room.Node.TokenAsync(TokenScope.Read);
        (await machine.GetAsync(Api + "/collections")).Status.ShouldBe(HttpStatusCode.OK);
        (await machine.GetAsync(Api + "/departures")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await machine.GetAsync("/exchange")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Object_WhenOpened_ShowsHistoryMarkingsProvenanceAndRelationships()
    {
        var page = await room.As(Role.Analyst).GetAsync("/exchange/objects/" + ExchangeRoom.Seen);
        foreach (var word in new[] { "beacon of the worm", "2026-02-01T00:00:00.000Z", "2026-01-01T00:00:00.000Z", "TLP:GREEN", "National CSIRT", "source_ref", "within-" }) page.Text.ShouldContain(word);
        (await room.As(Role.Analyst).GetAsync("/exchange/objects/" + ExchangeRoom.Malware)).Text.ShouldContain("target_ref");
        var left = await room.As(Role.Auditor).GetAsync("/exchange/departures");
        left.Text.ShouldContain("A person of this node");
    }

    [Fact]
    public async Task Object_WhenTheRulesWithholdIt_IsNotThereForAnybodyHere()
    {
        foreach (var role in Readers)
        {
            var answer = await room.As(role).GetAsync("/exchange/objects/" + ExchangeRoom.Hidden);
            answer.Status.ShouldBe(HttpStatusCode.NotFound, role.ToString());
            answer.Html.ShouldNotContain("secret of another");
            var list = await room.As(role).GetAsync("/exchange/collections/foreign");
            list.Html.ShouldNotContain("secret of another");
            list.Text.ShouldContain("withheld");
        }

        (await room.As(Role.Analyst).GetAsync("/exchange/objects/nonsense")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await room.As(Role.Analyst).GetAsync("/exchange/collections/none")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Search_WhenNarrowed_FindsByPartOfTheLabelAndType()
    {
        var found = await room.As(Role.Analyst).GetAsync("/exchange/collections/open?q=INVENTED");
        found.Text.ShouldContain("Invented worm");
        found.Text.ShouldNotContain("beacon of the worm");
        (await room.As(Role.Analyst).GetAsync("/exchange/collections/open?q=100%25_")).Text.ShouldNotContain("Invented worm");
    }

    [Fact]
    public async Task Collection_WhenMadeChangedAndClosed_KeepsWhatWasTyped()
    {
        var keeper = room.As(Role.Administrator);
        var wrong = await keeper.SubmitAsync("/exchange/collections/new", "collection", ("title-en", ""), ("title-ja", "共有"), ("ceiling", "TLP:GREEN"), ("unmarked", ""), ("states", "JP nowhere"));
        wrong.Status.ShouldBe(HttpStatusCode.BadRequest);
        wrong.Html.ShouldContain("共有");
        var saved = await keeper.SubmitAsync("/exchange/collections/new", "collection", ("title-en", "Shared with all"), ("title-ja", "共有"), ("ceiling", "TLP:GREEN"), ("unmarked", ""), ("states", "jp, ph"), ("may-partner:ph-cert", "read"), ("purpose-partner:ph-cert", "Defence"));
        saved.Status.ShouldBe(HttpStatusCode.Found, saved.Text);
        var path = saved.Target!.Split('?')[0];
        var shown = await keeper.GetAsync(path);
        foreach (var word in new[] { "Shared with all", "PH CERT (EXERCISE)", "TLP:GREEN" }) shown.Text.ShouldContain(word);
        var form = await keeper.GetAsync(path + "/edit");
        form.Document.QuerySelector("input[name=version]")!.GetAttribute("value").ShouldBe("1");
        (await keeper.SubmitAsync(path + "/edit", "collection", ("title-en", "Renamed"), ("title-ja", "共有"), ("ceiling", "TLP:AMBER"), ("unmarked", ""), ("states", ""))).Status.ShouldBe(HttpStatusCode.Found);
        (await keeper.GetAsync(path)).Text.ShouldContain("nobody", Case.Insensitive);
        var late = await keeper.SubmitAsync(path + "/edit", "collection", ("version", "1"), ("title-en", "Too late"), ("title-ja", "共有"), ("ceiling", "TLP:AMBER"), ("unmarked", ""), ("states", ""));
        late.Status.ShouldBe(HttpStatusCode.BadRequest);
        late.Text.ShouldContain("meanwhile");
        (await keeper.PressAsync(path + "/edit", $"{Api}/collections/{path.Split('/')[^1]}/close")).Status.ShouldBeOneOf(HttpStatusCode.SeeOther, HttpStatusCode.NoContent);
        (await keeper.GetAsync(path)).Text.ShouldContain("Closed on");
        (await room.Node.ActsAsync()).ShouldContain("exchange.collection.closed:done");
    }

    [Fact]
    public async Task Partner_WhenAddedRenewedAndShutOut_IsShownItsSecretOnce()
    {
        var keeper = room.As(Role.Administrator);
        (await keeper.SubmitAsync("/exchange/partners", "add", ("id", "Bad Name"), ("name-en", "a"), ("name-ja", "b"), ("state", "PH"))).Status.ShouldBe(HttpStatusCode.BadRequest);
        var added = await keeper.SubmitAsync("/exchange/partners", "add", ("id", "fr-cert"), ("name-en", "FR CERT (EXERCISE)"), ("name-ja", "仏CERT"), ("state", "fr"));
        var secret = added.Document.QuerySelector("code.secret")!.TextContent;
        secret.Length.ShouldBe(43);
        (await keeper.GetAsync("/exchange/partners")).Html.ShouldNotContain(secret);
        var renewed = await keeper.SubmitAsync("/exchange/partners", "renew-fr-cert");
        renewed.Document.QuerySelector("code.secret")!.TextContent.ShouldNotBe(secret);
        (await keeper.PressAsync("/exchange/partners", Api + "/partners/fr-cert/end")).Status.ShouldBeOneOf(HttpStatusCode.SeeOther, HttpStatusCode.NoContent);
        (await keeper.SubmitAsync("/exchange/partners", "add", ("id", "fr-cert"), ("name-en", "again"), ("name-ja", "再び"), ("state", "fr"))).Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Partner_WhenAddedBySomebodyElse_IsRefused()
    {
        var analyst = room.As(Role.Analyst);
        var token = (await analyst.GetAsync("/account")).FormToken;
        (await analyst.PostAsync("/exchange/partners", ("_handler", "add"), ("__RequestVerificationToken", token), ("id", "sneaked-in"), ("name-en", "a"), ("name-ja", "b"), ("state", "PH"))).Status.ShouldBeOneOf(HttpStatusCode.BadRequest, HttpStatusCode.Forbidden);
        (await room.As(Role.Administrator).GetAsync("/exchange/partners")).Html.ShouldNotContain("sneaked-in");
    }

    [Fact]
    public async Task Source_WhenItCannotBeReached_IsNotAdded()
    {
        var answer = await room.As(Role.Administrator).SubmitAsync("/exchange/sources", "add", ("url", "http://example.org/taxii2/"), ("collection", "x"), ("token", "t"), ("organisation", "csirt"), ("every", "60"));
        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        answer.Text.ShouldContain("TLS");
        (await room.As(Role.Administrator).JsonAsync(Api + "/sources")).GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task Palette_WhenACollectionIsNamed_FindsIt() => (await room.As(Role.Analyst).GetAsync("/api/v1/shell/palette?q=Title%20of%20open")).Html.ShouldContain("/exchange/collections/open");
}
