using System.Net;
using System.Text.RegularExpressions;

namespace Noroshi.SystemTests.Running;

/// <summary>The page behind the one-time link, filled in as a person would.</summary>
internal static partial class SetUpForm
{
    /// <summary>Makes the node's first administrator.</summary>
    internal static async Task SubmitAsync(NodeProcess node)
    {
        using var client = node.Client();
        var link = node.SetUpLink.ShouldNotBeNull(node.Log);
        using var answer = await client.PostAsync(link, new FormUrlEncodedContent(Filled(await client.GetStringAsync(link))));
        ((int)answer.StatusCode).ShouldBeInRange(200, 399, await answer.Content.ReadAsStringAsync());
    }

    internal static int FieldsIn(string html) => Fields().Count(html);

    /// <summary>What a person would type, by the name of the field; everything hidden is sent back as it came.</summary>
    internal static IEnumerable<KeyValuePair<string, string>> Filled(string html)
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
