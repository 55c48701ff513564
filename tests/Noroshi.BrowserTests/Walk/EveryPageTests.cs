using Noroshi.BrowserTests.House;

namespace Noroshi.BrowserTests.Walk;

public sealed class EveryPageTests(Browsing browsing)
{
    public static TheoryData<string, string, bool> SignedIn => Each(PageList.SignedIn);

    public static TheoryData<string, string, bool> Strangers => Each(PageList.Strangers);

    [Theory]
    [MemberData(nameof(SignedIn))]
    public Task Page_WhenLookedAtBySomeoneSignedIn_IsInOrder(string path, string language, bool dark) => LookAsync(path, new Appearance(language, dark), signedIn: true);

    [Theory]
    [MemberData(nameof(Strangers))]
    public Task Page_WhenLookedAtByAStranger_IsInOrder(string path, string language, bool dark) => LookAsync(path, new Appearance(language, dark), signedIn: false);

    private async Task LookAsync(string path, Appearance appearance, bool signedIn)
    {
        var page = await browsing.OpenAsync(appearance, signedIn: signedIn);
        var looking = new Looking(page, browsing.Address);
        await looking.GoAsync(path);
        await looking.WordsAsync(appearance);
        await looking.WidthAsync(1280);
        await looking.AxeAsync("wide");
        await looking.KeepAsync($"{Name(path)}-{appearance}-1280");
        // What is wrong with a narrow page is wrong in either scheme; its colours were looked at above.
        if (!appearance.Dark)
        {
            await looking.WidthAsync(320);
            await looking.AxeAsync("narrow");
            await looking.KeepAsync($"{Name(path)}-{appearance}-320");
        }

        await looking.PolicyAsync();
        await (signedIn ? page.CloseAsync() : page.Context.CloseAsync());
        looking.Complaints.ShouldBeEmpty($"{path} in {appearance}");
    }

    private static string Name(string path)
    {
        var name = string.Concat(path.Select(static letter => char.IsAsciiLetterOrDigit(letter) ? letter : '-')).Trim('-');
        return name.Length == 0 ? "today" : name;
    }

    private static TheoryData<string, string, bool> Each(IReadOnlyList<string> pages)
    {
        var rows = new TheoryData<string, string, bool>();
        foreach (var page in pages)
            foreach (var appearance in Appearance.All)
                rows.Add(page, appearance.Language, appearance.Dark);
        return rows;
    }
}
