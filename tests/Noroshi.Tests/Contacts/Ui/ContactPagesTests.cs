using System.Net;
using System.Text.RegularExpressions;
using Noroshi.Contracts;

namespace Noroshi.Tests.Contacts.Ui;

/// <summary>The pages of the directory as a reader without script gets them.</summary>
public sealed partial class ContactPagesTests(ContactsNode house) : IClassFixture<ContactsNode>
{
    [Theory]
    [InlineData("en", "Who to call", "open now", "If nobody answers", "24/7 network", "EXERCISE", "Last communication check")]
    [InlineData("ja", "連絡先を探す", "受付中", "応答がないとき", "24時間体制連絡窓口", "演習", "直近の通信確認")]
    public async Task Who_WhenAskedByWords_AnswersInTheLanguageOfTheReader(string language, params string[] words)
    {
        var person = house.As(Role.Auditor);
        await person.GetAsync("/contacts?lang=" + language);
        foreach (var asked in new[] { "PH 24/7", "フィリピン 24時間", "philippines network", "フィリピンの24時間体制連絡窓口", "24/7 of the Philippines" })
        {
            var page = await person.GetAsync("/contacts?q=" + Uri.EscapeDataString(asked));
            foreach (var word in words.Append("+63-00-0000-0247")) page.Text.ShouldContain(word, customMessage: asked);
            page.Text.ShouldNotContain("+63-00-0000-0001 ");
            foreach (var key in new[] { "Function_", "Step_", "Channel_", "Kind_", "Field_" }) page.Text.ShouldNotContain(key);
        }
    }

    [Theory]
    [InlineData("phil tech", "ph-ex-technical")]
    [InlineData("cybercrime group", "ph-ex-247")]
    [InlineData("演習電力", "")]
    [InlineData("司法省", "ph-ex-central")]
    [InlineData("ベトナム", "vn-ex-technical")]
    [InlineData("central authority", "jp-ex-central")]
    public async Task Who_WhenTypedInHaste_FindsThePoint(string asked, string point)
    {
        var page = await house.As(Role.Diplomat).GetAsync("/contacts?at=2026-03-02T03:00Z&q=" + Uri.EscapeDataString(asked));
        var found = page.Document.QuerySelectorAll(".who-card h3 a").Select(link => link.GetAttribute("href"));
        if (point.Length > 0) found.ShouldContain("/contacts/points/" + point);
        else found.ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("germany technical", "No contact point is recorded for Germany")]
    [InlineData("GB technical", "they were not made for this")]
    [InlineData("xyzzy", "Not found: xyzzy")]
    public async Task Who_WhenNothingIsRecorded_SaysSo(string asked, string words)
    {
        await house.As(Role.Diplomat).GetAsync("/contacts?lang=en");
        (await house.As(Role.Diplomat).GetAsync("/contacts?q=" + Uri.EscapeDataString(asked))).Text.ShouldContain(words);
    }

    [Fact]
    public async Task Who_WhenItBelongsToAnExercise_LeadsNowhereOutside()
    {
        var page = await house.As(Role.Diplomat).GetAsync("/contacts?q=JP");
        page.Document.QuerySelectorAll("a[href^='tel:'], a[href^='mailto:'], a[href^='http']").ShouldBeEmpty();
        page.Document.QuerySelectorAll(".channel-value").ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Who_WhenTheTypedTextIsHostile_ShowsItAsText()
    {
        var page = await house.As(Role.Diplomat).GetAsync("/contacts?q=" + Uri.EscapeDataString("<script>alert(1)</script>\"'\ud83d\ude00"));
        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Html.ShouldNotContain("<script>alert");
    }

    [Fact]
    public async Task Point_WhenAddedEditedAndRetired_ShowsItsHistory()
    {
        var person = house.As(Role.Administrator);
        await person.GetAsync("/contacts?lang=en");
        var body = await person.SubmitAsync("/contacts/organisations/new", "organisation", ("organisation_en", "EXERCISE New Office"), ("organisation_ja", ""), ("organisation_kind", "state-body"), ("state", "jp"), ("source", "test"), ("as_of", "2026-03"), ("confidence", "B"));
        body.Target!.ShouldStartWith("/contacts/organisations/jp-state-body-");
        var id = body.Target!.Split('/')[3].Split('?')[0];
        (string, string)[] fields = [("function", "diplomatic"), ("title_en", "Desk"), ("channels", "telephone:+00-0000-0009\r\nemail:desk@office.example"), ("languages", "en, ja"), ("time_zone", "Asia/Tokyo"), ("hours", "Mon-Fri 09:00-17:00"), ("source", "test"), ("as_of", "2026-03-01"), ("confidence", "B")];
        var wrong = await person.SubmitAsync("/contacts/points/new?organisation=" + id, "point", [.. fields.Where(field => field.Item1 != "hours"), ("hours", "<b>nine</b>")]);
        wrong.Status.ShouldBe(HttpStatusCode.BadRequest);
        wrong.Document.QuerySelector("#hours")!.GetAttribute("value").ShouldBe("<b>nine</b>");
        wrong.Document.QuerySelector("#hours")!.GetAttribute("aria-invalid").ShouldBe("true");
        var added = await person.SubmitAsync("/contacts/points/new?organisation=" + id, "point", fields);
        added.Status.ShouldBe(HttpStatusCode.Found, wrong.Text);
        var page = added.Target!.Split('?')[0];
        (await person.GetAsync(page)).Text.ShouldContain("+00-0000-0009");
        var edited = await person.SubmitAsync(page, "point", [.. fields.Where(field => field.Item1 != "channels"), ("channels", "telephone:+00-0000-0010"), ("version", "1")]);
        edited.Status.ShouldBe(HttpStatusCode.Found, edited.Text);
        var late = await person.SubmitAsync(page, "point", [.. fields, ("version", "1")]);
        late.Status.ShouldBe(HttpStatusCode.Conflict);
        late.Text.ShouldContain("changed this entry meanwhile");
        (await person.SubmitAsync(page, "retire", ("reason", ""))).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await person.SubmitAsync(page, "retire", ("reason", "moved"))).Status.ShouldBe(HttpStatusCode.Found);
        var last = await person.GetAsync(page);
        foreach (var word in new[] { "Retired on", "moved", "Version 3", "+00-0000-0009", "+00-0000-0010" }) last.Text.ShouldContain(word);
        last.Document.QuerySelector("#edit").ShouldBeNull();
        (await house.Node.ActsAsync()).ShouldContain("contacts.point.retired:done");
    }

    [Fact]
    public async Task Check_WhenWritten_IsAnsweredByAStrangerThroughTheLinkOnce()
    {
        var person = house.As(Role.Analyst);
        await person.GetAsync("/contacts?lang=en");
        var sent = await person.SubmitAsync("/contacts/checks", "check", ("point", "vn-ex-diplomatic"));
        sent.Status.ShouldBe(HttpStatusCode.OK, sent.Text);
        sent.Text.ShouldContain("Nothing was sent");
        sent.Document.QuerySelectorAll(".check-text[lang=ja], .check-text[lang=en]").Length.ShouldBe(2);
        var link = Link().Match(sent.Text).Value;
        using var stranger = house.Node.Browser();
        var asked = await stranger.GetAsync(link);
        asked.Status.ShouldBe(HttpStatusCode.OK);
        asked.Text.ShouldContain("I confirm");
        asked.Text.ShouldNotContain("+84");
        asked.Headers.GetValues("Referrer-Policy").ShouldHaveSingleItem().ShouldBeOneOf("no-referrer", "same-origin");
        (await stranger.SubmitAsync(link, "answer")).Text.ShouldContain("Thank you");
        (await stranger.GetAsync(link)).Text.ShouldContain("This link does not work");
        (await house.Node.ActsAsync()).ShouldContain("contacts.check.answered:done");
        (await person.GetAsync("/contacts/points/vn-ex-diplomatic")).Text.ShouldContain("answered in under a minute");
    }

    [Fact]
    public async Task Import_WhenPreviewed_TakesInOnlyWhatWasConfirmed()
    {
        var person = house.As(Role.Diplomat);
        await person.GetAsync("/contacts?lang=en");
        var page = await person.GetAsync("/contacts/import");
        using var form = new MultipartFormDataContent
        {
            { new StringContent("check"), "_handler" },
            { new StringContent(page.FormToken), "__RequestVerificationToken" },
            { new StringContent(""), "format" },
            { new StringContent("SG"), "state" },
            { new StringContent("EXERCISE Company"), "organisation" },
            { new StringContent("company"), "kind" },
            { new StringContent("ci-operator"), "function" },
            { new StringContent("Contact: mailto:desk@company.example\nExpires: 2099-01-31T00:00:00Z\nPolicy: https://company.example/policy\n"), "file", "security.txt" },
        };
        var preview = await person.SendAsync(HttpMethod.Post, "/contacts/import", form);
        preview.Status.ShouldBe(HttpStatusCode.OK, preview.Text);
        preview.Text.ShouldContain("1 would be added");
        preview.Text.ShouldContain("Policy:");
        (await person.GetAsync("/contacts?q=SG")).Text.ShouldNotContain("desk@company.example");
        var hidden = preview.Hidden("adopt").ToArray();
        var done = await person.PostAsync("/contacts/import", [("_handler", "adopt"), ("__RequestVerificationToken", preview.FormToken), .. hidden, ("content", preview.Document.QuerySelector("textarea[name=content]")!.TextContent)]);
        done.Text.ShouldContain("Taken in: 1 added");
        (await person.GetAsync("/contacts?q=SG")).Text.ShouldContain("desk@company.example");
        (await house.Node.ActsAsync()).ShouldContain("contacts.imported:done");
    }

    [Fact]
    public async Task Today_WhenChecksAreOverdue_NamesThem()
    {
        await house.As(Role.Diplomat).GetAsync("/?lang=en");
        var page = await house.As(Role.Diplomat).GetAsync("/");
        page.Text.ShouldContain("No answer to a communication check: Philippines, technical contact");
        page.Text.ShouldContain("Validity has run out");
        (await house.As(Role.Diplomat).GetAsync("/states/PH")).Document.QuerySelector("a[href='/contacts?q=PH']").ShouldNotBeNull();
    }

    [GeneratedRegex("/contacts/answer/[A-Za-z0-9_-]{43}")]
    private static partial Regex Link();
}
