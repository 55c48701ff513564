using Noroshi.Shell;

namespace Noroshi.Diplomacy.Votes.Ui;

/// <summary>The lines about votes in the side navigation.</summary>
internal static class VotesNavigation
{
    internal static IReadOnlyList<NavigationEntry> Entries() =>
    [
        new("/votes", () => VoteLabels.Word("Votes"), VotesReaders.All, 510),
        new("/votes/agreement", () => VoteLabels.Word("Agreement"), VotesReaders.All, 511),
        new("/votes/points", () => VoteLabels.Word("Points"), VotesReaders.All, 512),
        new("/votes/majority", () => VoteLabels.Word("Majority"), VotesReaders.All, 513),
    ];
}
