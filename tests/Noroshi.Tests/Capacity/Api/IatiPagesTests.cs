using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Noroshi.Capacity.Iati.Checking;
using Noroshi.Contracts;
using Noroshi.Kernel;
using Noroshi.Shell.Access;
using Noroshi.Storage;
using Noroshi.Tests.Capacity.Iati;
using Noroshi.Tests.Shell;

namespace Noroshi.Tests.Capacity.Api;

/// <summary>Files of activities through pages: an upload waits, a person decides, the projects are seen everywhere, and leave again.</summary>
public sealed class IatiPagesTests(CapacityNode house) : IClassFixture<CapacityNode>
{
    private const string Upload = "/api/v1/capacity/iati";
    private static readonly Role[] Writers = [Role.CapacityOfficer, Role.Administrator];
    private static readonly Role[] Readers = [.. Enum.GetValues<Role>().Where(role => role != Role.Operator)];

    [Fact]
    public async Task Page_WhenTheRoleMayNot_IsForbidden()
    {
        await TakeAsync(ExampleFile.Text([ExampleFile.Activity(90)]), "XX-EXERCISE-1-90");
        await house.WalkAsync("/capacity/import", Writers);
        await house.KnockAsync("/capacity/import");
        foreach (var path in new[] { "/capacity/export", "/capacity/export?only=XX-EXERCISE-1-90&up_to=green", Upload, Upload + "?only=XX-EXERCISE-1-90", "/capacity/projects/I-1", "/api/v1/capacity/projects/I-1" })
        {
            await house.WalkAsync(path, Readers);
            await house.KnockAsync(path);
        }

        using var machine = await house.Node.TokenAsync(TokenScope.Read);
        (await machine.GetAsync(Upload)).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Upload_WhenOneMayNot_IsRefusedAndKeepsNothing()
    {
        foreach (var role in Enum.GetValues<Role>().Except(Writers)) (await SendAsync(house.As(role), ExampleFile.Text([ExampleFile.Activity(1)]), "/account")).Status.ShouldBe(HttpStatusCode.Forbidden, $"{role}");
        foreach (var scope in Enum.GetValues<TokenScope>())
        {
            using var machine = await house.Node.TokenAsync(scope);
            (await SendAsync(machine, ExampleFile.Text([ExampleFile.Activity(1)]), token: "none")).Status.ShouldBe(HttpStatusCode.Forbidden, $"{scope}");
        }

        (await SendAsync(house.As(Role.Administrator), ExampleFile.Text([ExampleFile.Activity(1)]), token: "none")).Status.ShouldBe(HttpStatusCode.BadRequest, "without the token of the form");
        (await SendAsync(house.As(Role.Administrator), "", "/capacity/import")).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await house.As(Role.Administrator).SendJsonAsync(Upload, "{}")).Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Import_WhenDecidedOnThePage_IsSeenEverywhereWithItsSource()
    {
        var officer = house.As(Role.CapacityOfficer);
        await officer.GetAsync("/capacity?lang=en");
        var file = ExampleFile.Text([ExampleFile.Activity(11, title: "EXERCISE lighthouse", budget: 4321, paid: 70, recipients: "<recipient-country code=\"KE\"/>"), ExampleFile.Activity(12, title: "EXERCISE harbour")]);
        var page = await WaitAsync(officer, file);
        var shown = await officer.GetAsync(page);
        shown.Status.ShouldBe(HttpStatusCode.OK);
        foreach (var said in new[] { "EXERCISE lighthouse", "EXERCISE harbour", "XX-EXERCISE-1-12" }) shown.Text.ShouldContain(said);
        (await house.As(Role.Administrator).GetAsync(page)).Status.ShouldBe(HttpStatusCode.NotFound, "it waits for one person");
        (await officer.SubmitAsync(page, "decide", ("only", "XX-EXERCISE-1-11"))).Status.ShouldBe(HttpStatusCode.BadRequest, "not confirmed");
        (await officer.SubmitAsync(page, "decide", ("confirm", "1"))).Status.ShouldBe(HttpStatusCode.BadRequest, "nothing chosen");
        (await officer.GetAsync("/capacity/projects?q=lighthouse")).Text.ShouldNotContain("EXERCISE lighthouse");

        var done = await officer.SubmitAsync(page, "decide", ("only", "XX-EXERCISE-1-11"), ("confirm", "1"), ("confidence", "C"));
        done.Status.ShouldBe(HttpStatusCode.OK, done.Text);
        done.Text.ShouldContain("Taken over: 1 new");
        (await officer.GetAsync(page)).Status.ShouldBe(HttpStatusCode.NotFound, "it no longer waits");
        (await house.Node.ActsAsync()).ShouldContain("capacity.imported:done");

        var project = (await officer.JsonAsync("/api/v1/capacity/projects?q=lighthouse")).GetProperty("projects").EnumerateArray().ShouldHaveSingleItem();
        var id = project.GetProperty("id").GetString()!;
        project.GetProperty("origin").GetProperty("confidence").GetString().ShouldBe("C");
        var own = await officer.GetAsync("/capacity/projects/" + id);
        foreach (var said in new[] { "EXERCISE Agency (XX-EXERCISE-1)", "a.xml", "4,321", "read-only", "Person person-capacityofficer" }) own.Text.ShouldContain(said);
        own.Html.ShouldNotContain("/capacity/new/money?project=");
        own.Html.ShouldNotContain($"/capacity/entries/{id}");
        foreach (var place in new[] { "/capacity/projects?state=KE", "/capacity/states/KE", "/diplomacy/states/KE", "/capacity" }) (await officer.GetAsync(place)).Text.ShouldContain("EXERCISE lighthouse", customMessage: place);
        (await officer.GetAsync("/capacity/projects?q=harbour")).Text.ShouldNotContain("EXERCISE harbour");
        var figures = (await house.Node.Services.GetRequiredService<IProjects>().ListAsync(null, default)).Single(one => one.Id == id);
        (figures.Costs["JPY"], figures.Recipients[CountryCode.Parse("KE")], figures.Confidence).ShouldBe((4321m, 1.0, Confidence.C));

        var refused = await officer.SendJsonAsync("/api/v1/capacity/entries/money", $$$"""{"language":"en","fields":{"project":"{{{id}}}","type":"budget","amount":"1","currency":"JPY","start":"2026","marking":"clear","source":"x","confidence":"B"}}""");
        refused.Status.ShouldBe(HttpStatusCode.BadRequest);
        refused.Html.ShouldContain("read-only");
        (await officer.SendJsonAsync("/api/v1/capacity/entries/effect", $$$"""{"language":"en","fields":{"project":"{{{id}}}","title":"Lights","unit":"n","date":"2026","observed":"3","text":"counted","marking":"clear","source":"x","confidence":"B"}}""")).Status.ShouldBe(HttpStatusCode.Created);
    }

    [Fact]
    public async Task Import_WhenTheFileIsInvalid_ShowsLineElementAndRemedyAndForgetsIt()
    {
        var officer = house.As(Role.CapacityOfficer);
        await officer.GetAsync("/capacity?lang=en");
        var page = await WaitAsync(officer, ExampleFile.Text([ExampleFile.Activity(21).Replace("code=\"2\"", "", StringComparison.Ordinal)]));
        var shown = await officer.GetAsync(page);
        shown.Status.ShouldBe(HttpStatusCode.BadRequest);
        foreach (var said in new[] { "/iati-activities/iati-activity[1]/activity-status", "attribute.missing", "Add it." }) shown.Text.ShouldContain(said);
        shown.Document.QuerySelector("form input[name=only]").ShouldBeNull();
        (await officer.GetAsync(page)).Status.ShouldBe(HttpStatusCode.NotFound);

        var hostile = await officer.GetAsync(await WaitAsync(officer, "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><iati-activities version=\"2.03\">&a;</iati-activities>"));
        hostile.Status.ShouldBe(HttpStatusCode.BadRequest);
        hostile.Text.ShouldNotContain("root:");
    }

    [Theory]
    [InlineData("/capacity/import?file=../../noroshi.json")]
    [InlineData("/capacity/import?file=00000000000000000000000000000000")]
    public async Task Import_WhenNothingWaits_IsNotFound(string page) => (await house.As(Role.CapacityOfficer).GetAsync(page)).Status.ShouldBe(HttpStatusCode.NotFound);

    [Fact]
    public async Task Upload_WhenASecondComes_TakesThePlaceOfTheFirst()
    {
        var officer = house.As(Role.Administrator);
        var first = await WaitAsync(officer, ExampleFile.Text([ExampleFile.Activity(31)]));
        await WaitAsync(officer, ExampleFile.Text([ExampleFile.Activity(32)]));
        (await officer.GetAsync(first)).Status.ShouldBe(HttpStatusCode.NotFound);
        Directory.GetFiles(Path.Combine(house.Node.Services.GetRequiredService<NodeOptions>().DataDirectory, "uploads", "iati")).Count(file => File.ReadAllText(file).Contains("XX-EXERCISE-1-3", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Fact]
    public async Task Export_WhenDownloaded_IsValidRecordedAndSaysWhatIsMissing()
    {
        var officer = house.As(Role.CapacityOfficer);
        await officer.GetAsync("/capacity?lang=en");
        var body = """{"language":"en","fields":{"title":"EXERCISE beacon","text":"Roster.","status":"2","planned_start":"2026-04","funding":"Agency","recipients":"PH 100","sectors":"CY04","marking":"green","source":"Register","confidence":"A"}}""";
        var id = JsonDocument.Parse((await officer.SendJsonAsync("/api/v1/capacity/entries/project", body)).Html).RootElement.GetProperty("id").GetString()!;
        var file = await officer.GetAsync($"{Upload}?only={id}&up_to=green");
        (file.Status, file.Type).ShouldBe((HttpStatusCode.OK, "application/xml"));
        IatiValidator.Run(new MemoryStream(Encoding.UTF8.GetBytes(file.Html)), new DateOnly(2026, 11, 28)).IsValid.ShouldBeTrue();
        (await house.Node.ActsAsync()).ShouldContain("capacity.exported:done");
        (await officer.GetAsync($"{Upload}?only={id}")).Status.ShouldBe(HttpStatusCode.NotFound, "TLP:GREEN is not published unless asked for");
        (await officer.GetAsync($"{Upload}?only={id}&up_to=red")).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await officer.GetAsync($"{Upload}?publisher=a%20b")).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await officer.GetAsync("/capacity/projects/" + id)).Html.ShouldContain($"/capacity/export?only={id}&amp;up_to=green");
        var page = await officer.GetAsync($"/capacity/export?only={id}&up_to=green");
        page.Text.ShouldContain("No IATI identifier is recorded");
        page.Html.ShouldContain($"{Upload}?only={id}&amp;up_to=green");
        (await officer.GetAsync("/capacity/export?only=C-9999")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await officer.GetAsync("/capacity/export?up_to=red")).Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    private async Task TakeAsync(string file, string identifier)
    {
        var officer = house.As(Role.CapacityOfficer);
        (await officer.SubmitAsync(await WaitAsync(officer, file), "decide", ("only", identifier), ("confirm", "1"))).Status.ShouldBe(HttpStatusCode.OK);
    }

    /// <summary>Uploads as the page's form does; the page that shows the differences.</summary>
    /// <summary>Uploads a file; the page where it waits.</summary>
    internal static async Task<string> WaitAsync(TestBrowser person, string file)
    {
        var answer = await SendAsync(person, file, "/capacity/import");
        answer.Status.ShouldBe(HttpStatusCode.SeeOther, answer.Html);
        return answer.Target!;
    }

    private static async Task<TestBrowser.Answer> SendAsync(TestBrowser person, string file, string? page = null, string? token = null)
    {
        token ??= (await person.GetAsync(page!)).FormToken;
        using var form = new MultipartFormDataContent { { new StringContent(token), "__RequestVerificationToken" }, { new StringContent(file), "file", "a.xml" } };
        return await person.SendAsync(HttpMethod.Post, Upload, form);
    }
}
