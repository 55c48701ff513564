using Noroshi.Diplomacy.Desk.Features;
using Noroshi.Shell;

namespace Noroshi.Diplomacy.Desk.Ui;

/// <summary>The desk's lines in the side navigation.</summary>
internal static class DeskNavigation
{
    internal static IReadOnlyList<NavigationEntry> Entries() =>
    [
        new("/diplomacy", () => DeskLabels.Say("Diplomacy"), DeskRights.Readers, 500),
        new("/diplomacy/meetings", () => DeskLabels.Say("Meetings"), DeskRights.Readers, 501),
        new("/diplomacy/matrix", () => DeskLabels.Say("Matrix"), DeskRights.Readers, 502),
        new("/diplomacy/commitments", () => DeskLabels.Say("Commitments"), DeskRights.Readers, 503),
        new("/diplomacy/measures", () => DeskLabels.Say("Measures"), DeskRights.Readers, 504),
    ];
}
