using System.Net;
using Noroshi.Contracts;
using Noroshi.Tests.Capacity.Iati;

namespace Noroshi.Tests.Capacity.Api;

/// <summary>An import of very many activities, on a node of its own: it would crowd what others look for out of their lists.</summary>
public sealed class LargeImportTests(CapacityNode house) : IClassFixture<CapacityNode>
{
    [Fact]
    public async Task Import_WhenThereAreMoreThanAPageShows_IsDecidedForAllTogether()
    {
        var officer = house.As(Role.Administrator);
        await officer.GetAsync("/capacity?lang=en");
        var page = await IatiPagesTests.WaitAsync(officer, ExampleFile.Text(Enumerable.Range(1000, 620).Select(number => ExampleFile.Activity(number, recipients: "<recipient-country code=\"TO\"/>"))));
        var shown = await officer.GetAsync(page);
        shown.Document.QuerySelectorAll("input[name=only]").Length.ShouldBe(500);
        shown.Text.ShouldContain("also the 120 that are not listed");
        var done = await officer.SubmitAsync(page, "decide", [("all", "1"), ("confirm", "1"), .. Enumerable.Range(1000, 500).Select(number => ("only", $"XX-EXERCISE-1-{number}"))]);
        done.Status.ShouldBe(HttpStatusCode.OK, done.Text);
        done.Text.ShouldContain("Taken over: 620 new");
        (await officer.GetAsync("/capacity/projects?state=TO")).Text.ShouldContain("620 projects");
    }
}
