using System.Net;
using System.Text.Json;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Noroshi.Shell;
using Noroshi.Shell.ReferenceData;
using Noroshi.Shell.Ui;
using Noroshi.Storage;

namespace Noroshi.Tests.ReferenceData;

/// <summary>The pages and addresses on states, served without sign-in: who may call them is tested with the node.</summary>
public sealed class StatePagesTests : IAsyncLifetime
{
    private WebApplication _app = null!;
    private HttpClient _client = null!;

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
        builder.Services.AddSingleton(new NodeOptions { DataDirectory = Path.GetTempPath(), ReferenceData = ReferenceFolderOfTheTree.Path });
        builder.Services.AddSingleton<IReadOnlyList<NoroshiModule>>([]);
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.AddReferenceData();
        builder.Services.AddPages();
        _app = builder.Build();
        _app.UsePages();
        _app.UseAntiforgery();
        _app.MapPages();
        await _app.StartAsync(TestContext.Current.CancellationToken);
        _client = _app.GetTestClient();
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _app.DisposeAsync();
    }

    [Theory]
    [InlineData("en", "Japan", "Member of the United Nations since")]
    [InlineData("ja", "日本", "国連加盟日")]
    public async Task StatePage_WhenAsked_ShowsFactsWithSourceInTheReadersLanguage(string language, string name, string label)
    {
        var page = await PageAsync("/states/JP", language);
        page.QuerySelector("h1")!.TextContent.ShouldBe(name);
        page.Body!.TextContent.ShouldContain(label);
        page.Body.TextContent.ShouldContain("1956-12-18");
        page.QuerySelectorAll(".fact-note").Length.ShouldBeGreaterThan(20);
    }

    [Fact]
    public async Task StatePage_WhenCodeIsUnknown_IsNotFoundAndLeadsBack()
    {
        var answer = await _client.GetAsync(new Uri("/states/QQ", UriKind.Relative), TestContext.Current.CancellationToken);
        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("ドイツ", "DE")]
    [InlineData("viet", "VN")]
    [InlineData("Cote", "CI")]
    [InlineData("392", "JP")]
    [InlineData("英国", "GB")]
    public async Task StatesPage_WhenSearched_FindsByNameOrCode(string text, string code)
    {
        var page = await PageAsync("/states?q=" + Uri.EscapeDataString(text), "en");
        page.QuerySelectorAll("tbody th").Select(cell => cell.TextContent).ShouldContain(code);
        page.QuerySelectorAll("tbody tr").Length.ShouldBeLessThan(10);
    }

    [Fact]
    public async Task StatesPage_WhenTextIsHostile_ShowsItAsText()
    {
        var page = await PageAsync("/states?q=" + Uri.EscapeDataString("\"><script>alert(1)</script>"), "en");
        page.QuerySelectorAll("script").ShouldAllBe(script => !script.TextContent.Contains("alert"));
        page.QuerySelector("input[name=q]")!.GetAttribute("value").ShouldBe("\"><script>alert(1)</script>");
    }

    [Fact]
    public async Task Csv_WhenNarrowedToAnOrganisation_HoldsItsMembers()
    {
        var lines = (await _client.GetStringAsync(new Uri("/states.csv?org=ASEAN", UriKind.Relative), TestContext.Current.CancellationToken)).TrimEnd('\n').Split('\n');
        lines[0].ShouldStartWith("alpha2,alpha3,numeric");
        lines.Length.ShouldBe(1 + 11);
    }

    [Fact]
    public async Task Api_WhenAskedForAState_GivesEachFactItsSource()
    {
        using var answer = JsonDocument.Parse(await _client.GetStringAsync(new Uri("/api/v1/states/jpn", UriKind.Relative), TestContext.Current.CancellationToken));
        answer.RootElement.GetProperty("state").GetProperty("nameJa").GetString().ShouldBe("日本");
        foreach (var membership in answer.RootElement.GetProperty("memberships").EnumerateArray())
        {
            membership.GetProperty("provenance").GetProperty("source").GetString().ShouldNotBeNullOrEmpty();
        }

        (await _client.GetAsync(new Uri("/api/v1/states/QQ", UriKind.Relative), TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private async Task<AngleSharp.Html.Dom.IHtmlDocument> PageAsync(string path, string language)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.AcceptLanguage.ParseAdd(language);
        var answer = await _client.SendAsync(request, TestContext.Current.CancellationToken);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        return new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
