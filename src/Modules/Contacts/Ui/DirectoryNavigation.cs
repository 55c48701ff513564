using System.Globalization;
using System.Resources;
using Noroshi.Contacts.Features;
using Noroshi.Shell;

namespace Noroshi.Contacts.Ui;

/// <summary>The directory's lines in the side navigation.</summary>
internal static class DirectoryNavigation
{
    private static readonly ResourceManager _text = new(typeof(ContactText));

    internal static IReadOnlyList<NavigationEntry> Entries() =>
    [
        new("/contacts", () => Say("WhoTitle"), ContactRights.Readers, 400),
        new("/contacts/directory", () => Say("Directory"), ContactRights.Readers, 401),
        new("/contacts/checks", () => Say("Checks"), ContactRights.Checkers, 402),
    ];

    internal static string Say(string key) => _text.GetString(key, CultureInfo.CurrentUICulture) ?? key;
}
