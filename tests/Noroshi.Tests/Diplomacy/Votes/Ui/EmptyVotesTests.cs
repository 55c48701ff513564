using System.Net;
using Noroshi.Contracts;
using Noroshi.Tests.Shell;

namespace Noroshi.Tests.Diplomacy.Votes.Ui;

/// <summary>What the pages say before any vote was imported.</summary>
public sealed class EmptyVotesTests(EmptyVotesTests.House house) : IClassFixture<EmptyVotesTests.House>
{
    public sealed class House : NodeOfRoles;

    [Theory]
    [InlineData("/votes")]
    [InlineData("/votes/agreement")]
    [InlineData("/votes/points")]
    [InlineData("/votes/majority")]
    public async Task Page_WhenNothingIsKept_SaysHowToImport(string path)
    {
        var page = await house.As(Role.Analyst).GetAsync(path);
        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Text.ShouldContain("No votes were imported yet.");
        page.Text.ShouldContain("noroshi votes import");
        (await house.As(Role.Diplomat).GetAsync(path)).Document.QuerySelector(".empty-state a[href='/votes#import']").ShouldNotBeNull();
    }
}
