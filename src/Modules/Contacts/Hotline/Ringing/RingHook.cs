using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Noroshi.Contacts.Hotline;

/// <summary>Tells another system of the state (a pager, a duty room) that something rings: no word of what was said.</summary>
internal sealed class RingHook(IHttpClientFactory clients)
{
    /// <summary>Name of the client: no redirects, five seconds.</summary>
    internal const string Client = "hotline-hook";
    internal const string SignatureHeader = "X-Noroshi-Signature";

    /// <summary>Posts the notice where the settings say.</summary>
    /// <returns>How it went, in a few words; null where no hook is set.</returns>
    internal async Task<string?> TellAsync(HotlineSettings settings, RingNotice notice, CancellationToken cancel)
    {
        if (settings.Hook is not { } address) return null;
        var body = JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, object>
        {
            ["event"] = "ring",
            ["precedence"] = notice.Precedence,
            ["state"] = notice.State,
            ["step"] = notice.Step,
            ["link"] = settings.LinkAddress.TrimEnd('/') + "/hotline/" + notice.Conversation,
        });
        using var client = clients.CreateClient(Client);
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.Add(SignatureHeader, Sign(settings.HookSecret, body));
        try
        {
            using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancel);
            return ((int)answer.StatusCode).ToString(System.Globalization.CultureInfo.InvariantCulture);
        }
        catch (Exception failure) when (failure is HttpRequestException || (failure is OperationCanceledException && !cancel.IsCancellationRequested))
        {
            return failure is HttpRequestException ? "unreachable" : "no answer within 5 seconds";
        }
    }

    /// <summary><c>sha256=</c> and the HMAC-SHA256 of the body under the secret, in hexadecimal digits.</summary>
    internal static string Sign(string secret, byte[] body) => "sha256=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), body));
}
