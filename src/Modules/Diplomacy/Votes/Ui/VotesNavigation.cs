using Noroshi.Shell;

namespace Noroshi.Diplomacy.Votes.Ui;

/// <summary>The lines about votes in the side navigation.</summary>
internal static class VotesNavigation
{
    internal static IReadOnlyList<NavigationEntry> Entries() =>
    [
        new("/votes", () => VoteLabels.Word("Votes"), DiplomacyReaders.All, 510),
        new("/votes/agreement", () => VoteLabels.Word("Agreement"), DiplomacyReaders.All, 511),
        new("/votes/points", () => VoteLabels.Word("Points"), DiplomacyReaders.All, 512),
        new("/votes/majority", () => VoteLabels.Word("Majority"), DiplomacyReaders.All, 513),
    ];
}
