using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;

namespace Noroshi.Tests.Shell;

/// <summary>Visits a node like a browser without script: keeps cookies, sends forms with their hidden fields, shows redirects.</summary>
internal sealed partial class TestBrowser : IDisposable
{
    private readonly HttpClient _client;

    public TestBrowser(Uri node, string? token = null)
    {
        _client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = Cookies }) { BaseAddress = node };
        _client.DefaultRequestHeaders.Add("Accept", "text/html,application/json");
        _client.DefaultRequestHeaders.Add("Accept-Language", "en");
        if (token is not null) _client.DefaultRequestHeaders.Add("Authorization", "Bearer " + token);
    }

    public CookieContainer Cookies { get; } = new();

    public Task<Answer> GetAsync(string path) => SendAsync(HttpMethod.Get, path, null);

    /// <summary>Posts fields as they are, without the token of any form.</summary>
    public Task<Answer> PostAsync(string path, params (string Name, string Value)[] fields) => SendAsync(HttpMethod.Post, path, Content(fields));

    public async Task<Answer> SendAsync(HttpMethod method, string path, HttpContent? content)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        using var response = await _client.SendAsync(request);
        return new Answer(response.StatusCode, response.Headers.Location?.ToString(), await response.Content.ReadAsStringAsync(), response.Headers, response.Content.Headers.ContentType?.MediaType);
    }

    /// <summary>Posts JSON with the antiforgery token of the session, as a page's own script does.</summary>
    public async Task<Answer> SendJsonAsync(string path, string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        content.Headers.Add("RequestVerificationToken", (await GetAsync("/account")).FormToken);
        return await SendAsync(HttpMethod.Post, path, content);
    }

    /// <summary>The JSON that stands at the address.</summary>
    public async Task<JsonElement> JsonAsync(string path) => JsonDocument.Parse((await GetAsync(path)).Html).RootElement;

    /// <summary>Opens the page, fills in its form of that name, and sends it.</summary>
    public async Task<Answer> SubmitAsync(string page, string form, params (string Name, string Value)[] fields)
    {
        var shown = await GetAsync(page);
        return await PostAsync(page, [("_handler", form), ("__RequestVerificationToken", shown.FormToken), .. shown.Hidden(form).Where(hidden => fields.All(field => field.Name != hidden.Name)), .. fields]);
    }

    /// <summary>Opens the page and sends its form that posts to that address.</summary>
    public async Task<Answer> PressAsync(string page, string action, params (string Name, string Value)[] fields)
    {
        var shown = await GetAsync(page);
        return await PostAsync(action, [("__RequestVerificationToken", shown.FormToken), .. fields]);
    }

    public void Dispose() => _client.Dispose();

    private static FormUrlEncodedContent Content((string Name, string Value)[] fields) => new(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));

    /// <summary>What the node answered.</summary>
    internal sealed partial record Answer(HttpStatusCode Status, string? Location, string Html, System.Net.Http.Headers.HttpResponseHeaders Headers, string? Type)
    {
        public string FormToken => TokenPattern().Match(Html) is { Success: true } found ? WebUtility.HtmlDecode(found.Groups[1].Value) : "";

        /// <summary>What a reader sees, without markup.</summary>
        public string Text => new HtmlParser().ParseDocument(Html).Body?.TextContent ?? "";

        public AngleSharp.Html.Dom.IHtmlDocument Document => new HtmlParser().ParseDocument(Html);

        /// <summary>Where a redirect leads, without the node's own address.</summary>
        public string? Target => Location is null ? null : Uri.TryCreate(Location, UriKind.Absolute, out var whole) && whole.Scheme.StartsWith("http", StringComparison.Ordinal) ? whole.PathAndQuery : Location;

        public IEnumerable<(string Name, string Value)> Hidden(string form) => Document.QuerySelectorAll("form")
            .Where(element => element.QuerySelector("input[name=_handler]")?.GetAttribute("value") == form)
            .SelectMany(element => element.QuerySelectorAll("input[type=hidden]"))
            .Where(input => input.GetAttribute("name") is not ("_handler" or "__RequestVerificationToken" or null))
            .Select(input => (input.GetAttribute("name")!, input.GetAttribute("value") ?? ""));

        [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
        private static partial Regex TokenPattern();
    }
}
