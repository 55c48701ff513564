using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Noroshi.Contacts.Hotline;

namespace Noroshi.Tests.Contacts.Hotline.Api;

public sealed class HookTests(HotlineNode house) : IClassFixture<HotlineNode>
{
    [Fact]
    public async Task Hook_WhenSomethingRings_IsToldSignedAndNothingOfTheWords()
    {
        var told = new TaskCompletionSource<(string Signature, byte[] Body)>();
        await using var receiver = await ListenAsync(async context =>
        {
            using var memory = new MemoryStream();
            await context.Request.Body.CopyToAsync(memory);
            told.TrySetResult((context.Request.Headers[RingHook.SignatureHeader].ToString(), memory.ToArray()));
        });
        const string Secret = "0123456789abcdef";
        await house.Node.Services.GetRequiredService<ChangeHotline>().SaveAsync(new("u", null), new HotlineSettings { Hook = new Uri(receiver.Urls.First()), HookSecret = Secret, LinkAddress = "https://noroshi.example/" }, default);
        await house.HearAsync("hooked", "secret-word", "flash");
        var (signature, body) = await told.Task.WaitAsync(TestContext.Current.CancellationToken);
        signature.ShouldBe(RingHook.Sign(Secret, body));
        using var json = JsonDocument.Parse(body);
        json.RootElement.EnumerateObject().Select(one => one.Name).ShouldBe(["event", "precedence", "state", "step", "link"]);
        json.RootElement.GetProperty("link").GetString().ShouldBe("https://noroshi.example/hotline/hooked");
        Encoding.UTF8.GetString(body).ShouldNotContain("secret-word");
        Encoding.UTF8.GetString(body).ShouldNotContain("Subject");
    }

    [Fact]
    public async Task Hook_WhenItRedirects_IsNotFollowed()
    {
        var asked = 0;
        await using var receiver = await ListenAsync(context =>
        {
            asked++;
            context.Response.Redirect("/elsewhere");
            return Task.CompletedTask;
        });
        var hook = house.Node.Services.GetRequiredService<RingHook>();
        (await hook.TellAsync(new HotlineSettings { Hook = new Uri(receiver.Urls.First()), HookSecret = "s" }, new RingNotice("flash", "PH", "c", 0), default)).ShouldBe(((int)HttpStatusCode.Found).ToString(System.Globalization.CultureInfo.InvariantCulture));
        asked.ShouldBe(1);
    }

    [Fact]
    public async Task Hook_WhenNoneIsSetOrNobodyListens_IsQuiet()
    {
        var hook = house.Node.Services.GetRequiredService<RingHook>();
        var notice = new RingNotice("flash", "PH", "c", 0);
        (await hook.TellAsync(new HotlineSettings(), notice, default)).ShouldBeNull();
        (await hook.TellAsync(new HotlineSettings { Hook = new Uri("http://127.0.0.1:1/") }, notice, default)).ShouldBe("unreachable");
    }

    private static async Task<WebApplication> ListenAsync(RequestDelegate answer)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.Run(answer);
        await app.StartAsync();
        return app;
    }
}
