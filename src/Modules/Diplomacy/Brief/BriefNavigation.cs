using System.Globalization;
using Noroshi.Shell;

namespace Noroshi.Diplomacy.Brief;

/// <summary>Profiles and briefs in the side navigation.</summary>
internal static class BriefNavigation
{
    internal static IReadOnlyList<NavigationEntry> Entries() =>
        [new("/diplomacy/states", () => BriefWords.Say(CultureInfo.CurrentUICulture, "StatesTitle"), DiplomacyReaders.All, 505)];
}
