using Noroshi.Shell;

namespace Noroshi.Diplomacy.Desk.Ui;

/// <summary>The desk's lines in the side navigation.</summary>
internal static class DeskNavigation
{
    internal static IReadOnlyList<NavigationEntry> Entries() =>
    [
        new("/diplomacy", () => DeskLabels.Say("Diplomacy"), DiplomacyReaders.All, 500),
        new("/diplomacy/meetings", () => DeskLabels.Say("Meetings"), DiplomacyReaders.All, 501),
        new("/diplomacy/matrix", () => DeskLabels.Say("Matrix"), DiplomacyReaders.All, 502),
        new("/diplomacy/commitments", () => DeskLabels.Say("Commitments"), DiplomacyReaders.All, 503),
        new("/diplomacy/measures", () => DeskLabels.Say("Measures"), DiplomacyReaders.All, 504),
    ];
}
