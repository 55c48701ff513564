using Noroshi.Shell;
using Noroshi.Shell.Ui;

namespace Noroshi.Tests.Shell.Ui;

public sealed class NavigationTests
{
    private static readonly NavigationEntry[] Entries =
        [.. ((string[])["/", "/law", "/law/matrix", "/lawful", "/observatory/imports"]).Select((path, order) => new NavigationEntry(path, () => path, [], order))];

    [Theory]
    [InlineData("/", "/")]
    [InlineData("/law", "/law")]
    [InlineData("/law/matrix", "/law")]
    [InlineData("/lawful", "/lawful")]
    [InlineData("/observatory/imports", "/observatory/imports")]
    public void RoomOf_WhenAPageLiesBelowAnother_IsTheOneAbove(string path, string room) =>
        Navigation.RoomOf(Entries.Single(entry => entry.Path == path), Entries).Path.ShouldBe(room);
}
