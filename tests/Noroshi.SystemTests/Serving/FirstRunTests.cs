using System.Net;
using Noroshi.SystemTests.Running;

namespace Noroshi.SystemTests.Serving;

/// <summary>The one-time link opens the house once, for whoever started it.</summary>
public sealed class FirstRunTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task SetUpLink_WhenUsed_MakesTheAdministratorAndDies()
    {
        string link;
        await using (var node = await NodeProcess.ServeAsync(_folder.Below("d")))
        {
            link = node.SetUpLink.ShouldNotBeNull(node.Log);
            using var client = node.Client();
            var page = await client.GetAsync(link);
            page.StatusCode.ShouldBe(HttpStatusCode.OK);
            var html = await page.Content.ReadAsStringAsync();

            var answer = await client.PostAsync(link, new FormUrlEncodedContent(SetUpForm.Filled(html)));
            ((int)answer.StatusCode).ShouldBeInRange(200, 399, await answer.Content.ReadAsStringAsync());

            // Used once, it is worth nothing: not even the form is shown again.
            using var stranger = node.Client();
            var again = await stranger.GetAsync(link);
            SetUpForm.FieldsIn(await again.Content.ReadAsStringAsync()).ShouldBeLessThan(SetUpForm.FieldsIn(html));
            (await node.StopAsync()).ShouldBe(0);
        }

        await using var next = await NodeProcess.ServeAsync(_folder.Below("d"));
        next.SetUpLink.ShouldBeNull("people can sign in, so no link may be printed again");
    }

    [Fact]
    public async Task SetUpLink_WhenGuessed_OpensNothing()
    {
        await using var node = await NodeProcess.ServeAsync(_folder.Below("d"));
        using var client = node.Client();
        var page = await client.GetAsync("/set-up/" + new string('A', 43));
        SetUpForm.FieldsIn(await page.Content.ReadAsStringAsync()).ShouldBeLessThan(3);
    }
}
