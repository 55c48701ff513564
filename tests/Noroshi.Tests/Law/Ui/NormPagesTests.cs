using System.Net;
using Noroshi.Contracts;

namespace Noroshi.Tests.Law.Ui;

/// <summary>The norms register as a reader without script gets it, in both languages.</summary>
public sealed class NormPagesTests(LawNode house) : IClassFixture<LawNode>
{
    private static readonly (string Name, string Value)[] _evidence =
        [("statement", "通報に応じた。<b>x</b>"), ("day", "2026-03-01"), ("source", "Note 7"), ("words", "Ministry"), ("kind", "web"), ("reference", "https://evidence.example/1")];

    [Theory]
    [InlineData("en", "Norms", "Do not knowingly let territory be used", "in our own words", "Not assessed")]
    [InlineData("ja", "規範", "国際違法行為に使われることを知りつつ許さない", "当方の要約", "未評価")]
    public async Task Norms_WhenRead_AreNamedInTheLanguageAndMarkedAsParaphrases(string language, params string[] words)
    {
        var person = house.As(Role.Auditor);
        await person.GetAsync("/law/norms?lang=" + language);
        foreach (var path in new[] { "/law/norms", "/law/norms/c", "/law/norms/report" })
        {
            var page = await person.GetAsync(path);
            page.Status.ShouldBe(HttpStatusCode.OK);
            page.Document.DocumentElement.GetAttribute("lang").ShouldBe(language);
            foreach (var word in words) page.Text.ShouldContain(word, customMessage: path);
            page.Text.ShouldContain("A/70/174");
            page.Text.ShouldNotContain("Level_");
        }

        (await person.GetAsync("/law/norms")).Document.QuerySelectorAll("#norms tbody tr").Length.ShouldBe(11);
        (await person.GetAsync("/law/norms/c")).Document.QuerySelectorAll("textarea").Length.ShouldBe(0, "an auditor reads");
        (await person.GetAsync("/api/v1/shell/palette?q=" + words[0])).Html.ShouldContain("/law/norms");
    }

    [Fact]
    public async Task Evidence_WhenAddedAndWithdrawn_IsShownWithItsHistory()
    {
        var person = house.As(Role.Diplomat);
        var added = await person.SubmitAsync("/law/norms/f", "evidence", _evidence);
        added.Location.ShouldNotBeNull(added.Text).ShouldEndWith("/law/norms/f?done=evidence#f-1");
        var page = await person.GetAsync("/law/norms/f");
        var entry = page.Document.QuerySelector("li#f-1").ShouldNotBeNull();
        foreach (var words in new[] { "2026-03-01", "<b>x</b>", "Note 7", "Person person-diplomat", "National CSIRT" }) entry.TextContent.ShouldContain(words);
        entry.QuerySelector("a[href='https://evidence.example/1']").ShouldNotBeNull().GetAttribute("rel")!.ShouldContain("noreferrer");

        (await person.SubmitAsync("/law/norms/f?withdraw=1", "withdraw", ("withdrawalReason", " "))).Status.ShouldBe(HttpStatusCode.BadRequest);
        var form = await person.GetAsync("/law/norms/f?withdraw=1");
        var withdrawn = await person.PostAsync("/law/norms/f?withdraw=1", ("_handler", "withdraw"), ("__RequestVerificationToken", form.FormToken), ("withdrawalReason", "Another norm."));
        withdrawn.Location.ShouldNotBeNull(withdrawn.Text).ShouldEndWith("/law/norms/f?done=withdrawn#f-1");
        (await person.PostAsync("/law/norms/f?withdraw=1", ("_handler", "withdraw"), ("__RequestVerificationToken", form.FormToken), ("withdrawalReason", "Again."))).Status.ShouldBe(HttpStatusCode.Conflict);
        page = await person.GetAsync("/law/norms/f?done=withdrawn");
        page.Document.QuerySelector("li#f-1.withdrawn")!.TextContent.ShouldContain("Another norm.");
        page.Document.QuerySelector("li#f-1 a[href*=withdraw]").ShouldBeNull();
        var report = await person.GetAsync("/law/norms/report");
        report.Document.QuerySelector("#norm-f")!.TextContent.ShouldNotContain("Note 7");
    }

    [Fact]
    public async Task Evidence_WhenAFieldIsWrong_KeepsWhatWasTypedAndSaysWhich()
    {
        var person = house.As(Role.Diplomat);
        var refused = await person.SubmitAsync("/law/norms/g", "evidence", [.. _evidence.Where(field => field.Name != "reference"), ("reference", "javascript:alert(1)")]);
        refused.Status.ShouldBe(HttpStatusCode.BadRequest);
        refused.Document.QuerySelector("textarea[name=statement]")!.TextContent.ShouldBe("通報に応じた。<b>x</b>");
        refused.Document.QuerySelector("input[name=reference]")!.GetAttribute("aria-invalid").ShouldBe("true");
        refused.Document.QuerySelectorAll(".field-error").Length.ShouldBe(1);
        refused.Html.ShouldNotContain("href=\"javascript:");
        (await person.GetAsync("/law/norms/g")).Document.QuerySelectorAll(".entries li").Length.ShouldBe(0);
    }

    [Fact]
    public async Task Evidence_WhenTheFormIsSentTwice_IsKeptOnce()
    {
        var person = house.As(Role.Diplomat);
        var form = await person.GetAsync("/law/norms/h");
        (string, string)[] fields = [("_handler", "evidence"), ("__RequestVerificationToken", form.FormToken), .. form.Hidden("evidence"), .. _evidence];
        (await person.PostAsync("/law/norms/h", fields)).Status.ShouldBe(HttpStatusCode.Found);
        (await person.PostAsync("/law/norms/h", fields)).Location.ShouldNotBeNull().ShouldEndWith("/law/norms/h?done=evidence#h-1");
    }

    [Fact]
    public async Task Assessment_WhenAnotherWasMadeMeanwhile_ShowsItAndKeepsWhatWasTyped()
    {
        var (one, other) = (house.As(Role.Diplomat), house.As(Role.Administrator));
        var form = await one.GetAsync("/law/norms/i");
        (string, string)[] Fields(string level, string reason) => [("level", level), ("asOf", "2026-03-01"), ("reason", reason), ("saidBy", "Ministry")];
        (await other.SubmitAsync("/law/norms/i", "assessment", Fields("in-place", "First reason."))).Location.ShouldNotBeNull().ShouldEndWith("/law/norms/i?done=assessed#assessment");
        var refused = await one.PostAsync("/law/norms/i", [("_handler", "assessment"), ("__RequestVerificationToken", form.FormToken), .. form.Hidden("assessment"), .. Fields("not-in-place", "Second reason.")]);
        refused.Status.ShouldBe(HttpStatusCode.Conflict);
        refused.Document.QuerySelector("#assessment")!.TextContent.ShouldContain("First reason.");
        refused.Document.QuerySelector("textarea[name=reason]")!.TextContent.ShouldBe("Second reason.");
        var again = await one.PostAsync("/law/norms/i", [("_handler", "assessment"), ("__RequestVerificationToken", refused.FormToken), .. refused.Hidden("assessment"), .. Fields("not-in-place", "Second reason.")]);
        again.Status.ShouldBe(HttpStatusCode.Found, again.Text);
        (await one.GetAsync("/law/norms/i")).Document.QuerySelectorAll("#history li").Length.ShouldBe(2);
    }

    [Fact]
    public async Task Form_WhenTheAntiforgeryTokenIsMissing_IsRefused() =>
        (await house.As(Role.Diplomat).PostAsync("/law/norms/j", [("_handler", "evidence"), .. _evidence])).Status.ShouldBe(HttpStatusCode.BadRequest);

    [Fact]
    public async Task Form_WhenSentByAReader_ChangesNothing()
    {
        var person = house.As(Role.Analyst);
        var token = (await person.GetAsync("/account")).FormToken;
        (await person.PostAsync("/law/norms/j", [("_handler", "evidence"), ("__RequestVerificationToken", token), .. _evidence])).Status.ShouldNotBe(HttpStatusCode.Found);
        (await person.GetAsync("/law/norms/j")).Document.QuerySelectorAll(".entries li").Length.ShouldBe(0);
    }

    [Theory]
    [InlineData("/law/norms/z", HttpStatusCode.NotFound)]
    [InlineData("/law/norms?on=2026-02-30", HttpStatusCode.BadRequest)]
    [InlineData("/law/norms?level=<script>alert(1)</script>", HttpStatusCode.BadRequest)]
    [InlineData("/law/norms/c?knownAt=x", HttpStatusCode.BadRequest)]
    [InlineData("/law/norms/report?on=x", HttpStatusCode.BadRequest)]
    public async Task Page_WhenTheAddressIsWrong_SaysSoAndRepeatsNothingHarmful(string path, HttpStatusCode status)
    {
        var page = await house.As(Role.Diplomat).GetAsync(path);
        page.Status.ShouldBe(status);
        page.Document.QuerySelector("h1").ShouldNotBeNull();
        page.Html.ShouldNotContain("<script>alert");
    }
}
