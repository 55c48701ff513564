using System.Net;
using System.Text.RegularExpressions;
using Noroshi.SystemTests.Running;

namespace Noroshi.SystemTests.Serving;

/// <summary>The one-time link opens the house once, for whoever started it.</summary>
public sealed partial class FirstRunTests : IDisposable
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

            var answer = await client.PostAsync(link, new FormUrlEncodedContent(Filled(html)));
            ((int)answer.StatusCode).ShouldBeInRange(200, 399, await answer.Content.ReadAsStringAsync());

            // Used once, it is worth nothing: not even the form is shown again.
            using var stranger = node.Client();
            var again = await stranger.GetAsync(link);
            Fields().Count(await again.Content.ReadAsStringAsync()).ShouldBeLessThan(Fields().Count(html));
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
        Fields().Count(await page.Content.ReadAsStringAsync()).ShouldBeLessThan(3);
    }

    // What a person would type, by the name of the field; everything hidden is sent back as it came.
    private static IEnumerable<KeyValuePair<string, string>> Filled(string html)
    {
        foreach (Match field in Fields().Matches(html))
        {
            var tag = field.Value;
            if (Attribute("name", tag) is not { Length: > 0 } name)
                continue;
            var value = Attribute("value", tag);
            if (Attribute("type", tag) is "hidden")
                yield return new(name, WebUtility.HtmlDecode(value ?? ""));
            else if (tag.StartsWith("<select", StringComparison.Ordinal))
                yield return new(name, "Csirt");
            else if (Attribute("type", tag) is "password")
                yield return new(name, "correct horse battery staple 2026");
            else if (Attribute("type", tag) is "radio" or "checkbox")
                yield return new(name, value ?? "true");
            else
                yield return new(name, value is { Length: > 0 } ? WebUtility.HtmlDecode(value) : name.Contains("Id", StringComparison.OrdinalIgnoreCase) ? "csirt" : "operator");
        }
    }

    private static string? Attribute(string name, string tag) => Regex.Match(tag, $"\\b{name}=\"([^\"]*)\"") is { Success: true } found ? found.Groups[1].Value : null;

    [GeneratedRegex("<(input|select|textarea)\\b[^>]*>")]
    private static partial Regex Fields();
}
