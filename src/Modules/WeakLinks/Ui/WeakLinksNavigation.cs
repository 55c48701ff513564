using Noroshi.Shell;
using Noroshi.WeakLinks.Papers;

namespace Noroshi.WeakLinks.Ui;

/// <summary>The lines of the room in the side navigation.</summary>
internal static class WeakLinksNavigation
{
    internal static IReadOnlyList<NavigationEntry> Entries() =>
    [
        new("/weaklinks", () => StudyWords.Word("WeakLinks"), WeakLinksReaders.All, 700),
        new("/weaklinks/studies", () => StudyWords.Word("Studies"), WeakLinksReaders.All, 701),
    ];
}
