using Microsoft.Playwright;

namespace Noroshi.BrowserTests.Hotline;

/// <summary>A call between two states, seen from both: it rings there, is acknowledged, and is answered.</summary>
[Collection(nameof(TwoNodes))]
public sealed class CallTests(TwoNodes nodes)
{
    private const string Words = "EXERCISE. Please look at AS 64512 now.";

    [Fact]
    public async Task Call_WhenFlash_RingsThereIsAcknowledgedAndAnsweredWithoutReloading()
    {
        await using var here = await Desk.OpenAsync(nodes, TwoNodes.Japan, "ja", "/hotline");
        await using var there = await Desk.OpenAsync(nodes, TwoNodes.Philippines, "en", "/");
        await there.ListensAsync();
        await there.MarkAsync();
        (await there.Banner.IsVisibleAsync()).ShouldBeFalse();

        var conversation = await here.SayAsync("EXERCISE: scans of 23/tcp", "flash", Words);
        (await here.Page.InnerTextAsync("main")).ShouldContain("相手側の受領確認待ち");
        await here.MarkAsync();

        await there.Banner.WaitForAsync();
        (await there.IsMarkedAsync()).ShouldBeTrue("it rang only because the page was loaded again");
        var ringing = await there.Banner.InnerTextAsync();
        ringing.ShouldContain("EXERCISE: scans of 23/tcp");
        ringing.ShouldContain("Flash");
        ringing.ShouldContain("Japan");
        (await there.Page.TitleAsync()).ShouldStartWith("(1) ");

        await there.Page.Keyboard.PressAsync("a");
        await there.Page.WaitForURLAsync("**" + conversation + "#**");
        (await there.Page.InnerTextAsync("main")).ShouldContain(Words);
        await there.ListensAsync();
        await there.Page.Keyboard.PressAsync("a");
        await there.Page.WaitForURLAsync("**done=given**");
        (await there.Banner.IsVisibleAsync()).ShouldBeFalse();

        await here.Page.Locator(".said.ours .receipts time").First.WaitForAsync();
        (await here.Page.InnerTextAsync(".said.ours .receipts")).ShouldContain("受領確認");

        await there.Page.GotoAsync("/hotline/new?conversation=" + conversation.Split('/')[^1]);
        await there.Page.FillAsync("[name=en]", "EXERCISE. Received; we are looking.");
        await there.SendAsync();
        await there.Page.WaitForURLAsync("**done=said**");
        await here.Page.Locator(".said.theirs", new() { HasText = "we are looking" }).WaitForAsync();
        (await here.IsMarkedAsync()).ShouldBeTrue("the page was loaded again");
        await here.AcknowledgeAllAsync();
        await there.Page.Locator(".said.ours .receipts time").First.WaitForAsync();
    }

    [Fact]
    public async Task Ring_WhenThePageIsLong_StaysInSightAndCoversNothingThatIsFocused()
    {
        await using var here = await Desk.OpenAsync(nodes, TwoNodes.Japan, "en", "/hotline");
        await using var there = await Desk.OpenAsync(nodes, TwoNodes.Philippines, "en", "/contacts/directory");
        await there.ListensAsync();
        await here.SayAsync("EXERCISE: in sight", "immediate", Words);
        await there.Banner.WaitForAsync();
        await there.Page.SetViewportSizeAsync(1280, 600);

        await there.Page.EvaluateAsync("scrollTo(0, document.body.scrollHeight)");

        (await there.Page.EvaluateAsync<double>("scrollY")).ShouldBeGreaterThan(0, "the page is not long enough for this test");
        (await there.Banner.BoundingBoxAsync())!.Y.ShouldBeInRange(0, 60);
        var covered = await there.Page.EvaluateAsync<string?>(
            """
            () => {
              const bar = document.querySelector("[data-part=ringing]");
              for (const one of [...document.querySelectorAll("main :is(a[href], button, input, select)")].reverse()) {
                one.focus();
                if (document.activeElement === one && one.getBoundingClientRect().top < bar.getBoundingClientRect().bottom - 1) return one.outerHTML;
              }
              return null;
            }
            """);
        covered.ShouldBeNull();
        await there.Page.EmulateMediaAsync(new() { Media = Media.Print });
        (await there.Banner.IsVisibleAsync()).ShouldBeFalse("paper does not ring");
        await there.Page.EmulateMediaAsync(new() { Media = Media.Screen });
        await there.Page.SetViewportSizeAsync(1280, 900);
        await there.AcknowledgeAllAsync();
    }

    [Fact]
    public async Task Ring_WhenMuted_StaysSilentOnTheNextPageAndForTheNextMessage()
    {
        await using var here = await Desk.OpenAsync(nodes, TwoNodes.Japan, "en", "/hotline");
        await using var there = await Desk.OpenAsync(nodes, TwoNodes.Philippines, "ja", "/hotline");
        await there.ListensAsync();
        await there.Page.ClickAsync("h1"); // A browser keeps the sound off until its page was touched.
        await here.SayAsync("EXERCISE: first", "immediate", Words);
        await there.Banner.WaitForAsync();
        await Sounds.WaitAsync(there.Page);
        (await there.Mute.InnerTextAsync()).ShouldBe("消音");
        await there.Mute.ClickAsync();
        (await there.Mute.GetAttributeAsync("aria-pressed")).ShouldBe("true");

        await there.Page.GotoAsync("/contacts/directory");
        (await there.Mute.GetAttributeAsync("aria-pressed")).ShouldBe("true");
        await there.ListensAsync();
        await there.Page.ClickAsync("h1");
        await here.SayAsync("EXERCISE: second", "immediate", Words);
        await there.Page.Locator("[data-part=rings] li", new() { HasText = "EXERCISE: second" }).WaitForAsync();
        (await Sounds.SoFarAsync(there.Page)).ShouldBe(0, "it sounded although it was muted");

        await there.Page.Keyboard.PressAsync("m");
        await Sounds.WaitAsync(there.Page);
        (await there.Mute.GetAttributeAsync("aria-pressed")).ShouldBe("false");
        await there.AcknowledgeAllAsync();
    }

    [Theory]
    [InlineData("ja", "ノードとの接続が切れ")]
    [InlineData("en", "The connection to the node is lost")]
    public async Task Connection_WhenLost_IsSaidAtOnceAndTakenBackWhenItIsThereAgain(string language, string words)
    {
        var context = await nodes.SignInAsync(TwoNodes.Philippines, "diplomat", language);
        // Without its clock the page can know of the loss by the loss alone, not by a long silence.
        await context.AddInitScriptAsync("window.setInterval = () => 0;");
        await using var desk = new Desk(context, await context.NewPageAsync());
        await desk.Page.GotoAsync("/hotline");
        await desk.ListensAsync();
        (await desk.Lost.IsVisibleAsync()).ShouldBeFalse();
        await context.SetOfflineAsync(true);
        await desk.Lost.WaitForAsync();
        (await desk.Lost.InnerTextAsync()).ShouldContain(words);
        await context.SetOfflineAsync(false);
        await desk.Lost.WaitForAsync(new() { State = WaitForSelectorState.Hidden });
    }

    [Fact]
    public async Task Message_WhenWrittenWithoutScript_IsSentAndItsLoadedPageSaysWhatRings()
    {
        await using var here = await Desk.OpenAsync(nodes, TwoNodes.Japan, "en", "/hotline", script: false);
        await using var watching = await Desk.OpenAsync(nodes, TwoNodes.Philippines, "en", "/hotline");
        await watching.ListensAsync();
        await here.SayAsync("EXERCISE: by form alone", "priority", Words);
        await watching.Banner.WaitForAsync();
        await using var there = await Desk.OpenAsync(nodes, TwoNodes.Philippines, "ja", "/", script: false);
        (await there.Banner.InnerTextAsync()).ShouldContain("EXERCISE: by form alone");
        await watching.AcknowledgeAllAsync();
    }
}
