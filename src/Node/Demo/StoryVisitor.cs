using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Noroshi.Node.Demo;

/// <summary>Somebody at a browser without script: cookies, forms, links. Follows no redirect by itself and uses no proxy.</summary>
internal sealed partial class StoryVisitor : IDisposable
{
    private readonly HttpClient http;

    internal StoryVisitor(Uri address) => http = new HttpClient(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseProxy = false,
        CookieContainer = new CookieContainer(),
    })
    {
        BaseAddress = address,
        Timeout = TimeSpan.FromMinutes(2),
    };

    /// <summary>Fills in the sign-in form as a browser does.</summary>
    internal async Task SignInAsync(string name, string password, CancellationToken cancel)
    {
        var page = await PageAsync("/sign-in", "en", cancel);
        var form = Forms().Matches(page).Select(match => match.Value).FirstOrDefault(text => text.Contains("name=\"password\"", StringComparison.Ordinal))
            ?? throw new StoryException("The sign-in page has no form for a password.");
        var fields = Hidden().Matches(form).ToDictionary(match => Attribute(match.Value, "name"), match => Attribute(match.Value, "value"), StringComparer.Ordinal);
        fields["name"] = name;
        fields["password"] = password;
        using var content = new FormUrlEncodedContent(fields);
        using var answer = await http.PostAsync(new Uri("/sign-in", UriKind.Relative), content, cancel);
        if (answer.StatusCode is not (HttpStatusCode.Redirect or HttpStatusCode.SeeOther)) throw new StoryException($"Signing in as {name} was answered with {(int)answer.StatusCode}.");
    }

    /// <summary>A page, in a language.</summary>
    internal async Task<string> PageAsync(string path, string language, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(path, UriKind.Relative));
        request.Headers.AcceptLanguage.Add(new StringWithQualityHeaderValue(language));
        using var answer = await http.SendAsync(request, cancel);
        return answer.IsSuccessStatusCode ? await answer.Content.ReadAsStringAsync(cancel) : throw new StoryException($"{path} was answered with {(int)answer.StatusCode}.");
    }

    /// <summary>A question to the JSON API.</summary>
    internal async Task<JsonElement> AskAsync(string path, CancellationToken cancel)
    {
        using var answer = await http.GetAsync(new Uri(path, UriKind.Relative), cancel);
        var text = await answer.Content.ReadAsStringAsync(cancel);
        if (!answer.IsSuccessStatusCode) throw new StoryException($"{path} was answered with {(int)answer.StatusCode}: {text[..Math.Min(text.Length, 300)]}");
        using var json = JsonDocument.Parse(text);
        return json.RootElement.Clone();
    }

    /// <summary>A file, as its bytes.</summary>
    internal async Task<byte[]> DownloadAsync(string path, CancellationToken cancel)
    {
        using var answer = await http.GetAsync(new Uri(path, UriKind.Relative), cancel);
        return answer.IsSuccessStatusCode ? await answer.Content.ReadAsByteArrayAsync(cancel) : throw new StoryException($"{path} was answered with {(int)answer.StatusCode}.");
    }

    /// <summary>Sends a file as a machine does: the body as it is, with a token.</summary>
    internal async Task<JsonElement> UploadAsync(string path, string file, string token, CancellationToken cancel)
    {
        await using var content = File.OpenRead(file);
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(path, UriKind.Relative)) { Content = new StreamContent(content) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var answer = await http.SendAsync(request, cancel);
        var text = await answer.Content.ReadAsStringAsync(cancel);
        if (answer.StatusCode != HttpStatusCode.Accepted) throw new StoryException($"The upload was answered with {(int)answer.StatusCode}: {text[..Math.Min(text.Length, 300)]}");
        using var json = JsonDocument.Parse(text);
        return json.RootElement.Clone();
    }

    /// <summary>Sends JSON as a page's script does: with the token of a form that the page shows.</summary>
    internal async Task<JsonElement> PostAsync(string path, string form, object body, CancellationToken cancel)
    {
        var token = Hidden().Matches(await PageAsync(form, "en", cancel)).Select(match => match.Value).First(field => Attribute(field, "name") == "__RequestVerificationToken");
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(path, UriKind.Relative)) { Content = JsonContent.Create(body) };
        request.Headers.Add("RequestVerificationToken", Attribute(token, "value"));
        using var answer = await http.SendAsync(request, cancel);
        var text = await answer.Content.ReadAsStringAsync(cancel);
        if (!answer.IsSuccessStatusCode) throw new StoryException($"{path} was answered with {(int)answer.StatusCode}: {text[..Math.Min(text.Length, 300)]}");
        using var json = JsonDocument.Parse(text);
        return json.RootElement.Clone();
    }

    /// <summary>A text, as it is.</summary>
    internal async Task<string> TextAsync(string path, CancellationToken cancel) => System.Text.Encoding.UTF8.GetString(await DownloadAsync(path, cancel));

    /// <summary>True when the path is closed to somebody who has not signed in.</summary>
    internal async Task<bool> IsClosedAsync(string path, CancellationToken cancel)
    {
        using var answer = await http.GetAsync(new Uri(path, UriKind.Relative), cancel);
        return answer.StatusCode is HttpStatusCode.Redirect or HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden;
    }

    /// <inheritdoc/>
    public void Dispose() => http.Dispose();

    private static string Attribute(string tag, string name)
    {
        var match = Regex.Match(tag, $"\\s{name}=\"([^\"]*)\"");
        return match.Success ? WebUtility.HtmlDecode(match.Groups[1].Value) : string.Empty;
    }

    [GeneratedRegex("<form.*?</form>", RegexOptions.Singleline)]
    private static partial Regex Forms();

    [GeneratedRegex("<input[^>]*type=\"hidden\"[^>]*>", RegexOptions.Singleline)]
    private static partial Regex Hidden();
}
