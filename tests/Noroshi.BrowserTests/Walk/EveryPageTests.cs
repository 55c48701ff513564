using Noroshi.BrowserTests.House;

namespace Noroshi.BrowserTests.Walk;

public sealed class EveryPageTests(Browsing browsing)
{
    public static TheoryData<string> SignedIn => [.. PageList.SignedIn];

    public static TheoryData<string> Strangers => [.. PageList.Strangers];

    [Theory]
    [MemberData(nameof(SignedIn))]
    public Task Page_WhenLookedAtBySomeoneSignedIn_IsInOrder(string path) => LookAsync(path, signedIn: true);

    [Theory]
    [MemberData(nameof(Strangers))]
    public Task Page_WhenLookedAtByAStranger_IsInOrder(string path) => LookAsync(path, signedIn: false);

    // In every appearance at once: one page alone leaves the machine waiting.
    private async Task LookAsync(string path, bool signedIn)
    {
        var complaints = await Task.WhenAll(Appearance.All.Select(appearance => LookAsync(path, appearance, signedIn)));
        complaints.SelectMany(each => each).ShouldBeEmpty(path);
    }

    private async Task<IEnumerable<string>> LookAsync(string path, Appearance appearance, bool signedIn)
    {
        var page = await browsing.OpenAsync(appearance, signedIn: signedIn);
        var looking = new Looking(page, browsing.Address);
        await looking.GoAsync(path);
        await looking.WordsAsync(appearance);
        await looking.WidthAsync(1280);
        await looking.AxeAsync("wide");
        await looking.KeepAsync($"{Name(path)}-{appearance}-1280");
        await looking.WidthAsync(320);
        await looking.AxeAsync("narrow");
        await looking.KeepAsync($"{Name(path)}-{appearance}-320");
        await looking.PolicyAsync();
        await (signedIn ? page.CloseAsync() : page.Context.CloseAsync());
        return looking.Complaints.Select(complaint => $"{appearance}: {complaint}");
    }

    private static string Name(string path)
    {
        var name = string.Concat(path.Select(static letter => char.IsAsciiLetterOrDigit(letter) ? letter : '-')).Trim('-');
        return name.Length == 0 ? "today" : name;
    }
}
