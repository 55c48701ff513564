using Noroshi.Shell;

namespace Noroshi.Capacity.Ui;

/// <summary>The room's lines in the side navigation.</summary>
internal static class CapacityNavigation
{
    internal static IReadOnlyList<NavigationEntry> Entries() =>
    [
        new("/capacity", () => CapacityLabels.Say("Capacity"), CapacityReaders.All, 600),
        new("/capacity/assessments", () => CapacityLabels.Say("Assessments"), CapacityReaders.All, 601),
        new("/capacity/needs", () => CapacityLabels.Say("Needs"), CapacityReaders.All, 602),
        new("/capacity/offers", () => CapacityLabels.Say("Offers"), CapacityReaders.All, 603),
        new("/capacity/projects", () => CapacityLabels.Say("Projects"), CapacityReaders.All, 604),
        new("/capacity/matches", () => CapacityLabels.Say("Matches"), CapacityReaders.All, 605),
        new("/capacity/overlaps", () => CapacityLabels.Say("Overlaps"), CapacityReaders.All, 606),
    ];
}
