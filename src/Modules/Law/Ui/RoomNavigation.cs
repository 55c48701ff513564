using System.Globalization;
using System.Resources;
using Noroshi.Law.Features;
using Noroshi.Law.Ui.Basis;
using Noroshi.Shell;

namespace Noroshi.Law.Ui;

/// <summary>The room's lines in the side navigation.</summary>
internal static class RoomNavigation
{
    private static readonly ResourceManager _text = new(typeof(LawText));
    private static readonly ResourceManager _basis = new(typeof(BasisText));

    internal static IReadOnlyList<NavigationEntry> Entries() =>
    [
        new("/law", () => Say("Law"), LawReaders.All, 400),
        new("/law/basis", () => _basis.GetString("Title", CultureInfo.CurrentUICulture) ?? "Title", LawReaders.All, 400),
        new("/law/matrix", () => Say("Matrix"), LawReaders.All, 401),
        new("/law/changes", () => Say("Changes"), LawReaders.All, 402),
        new("/law/offences", () => Say("Offences"), LawReaders.All, 403),
        new("/law/norms", NormLabels.SayTitle, LawReaders.All, 404),
    ];

    private static string Say(string key) => _text.GetString(key, CultureInfo.CurrentUICulture) ?? key;
}
