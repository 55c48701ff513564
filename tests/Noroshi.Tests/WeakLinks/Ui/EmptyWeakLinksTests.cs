using System.Net;
using Noroshi.Contracts;
using Noroshi.Tests.Shell;

namespace Noroshi.Tests.WeakLinks.Ui;

/// <summary>What a node without a study says.</summary>
public sealed class EmptyWeakLinksTests(EmptyWeakLinksTests.House house) : IClassFixture<EmptyWeakLinksTests.House>
{
    public sealed class House : NodeOfRoles;

    [Theory]
    [InlineData("/weaklinks")]
    [InlineData("/weaklinks/studies")]
    public async Task Page_WhenNothingIsKept_SaysHowToBegin(string path)
    {
        var page = await house.As(Role.CapacityOfficer).GetAsync(path);
        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Text.ShouldContain("No study is kept yet");
        page.Text.ShouldContain("./noroshi weaklinks study");
    }
}
