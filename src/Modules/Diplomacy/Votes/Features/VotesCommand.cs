using System.CommandLine;
using Noroshi.Shell;

namespace Noroshi.Diplomacy.Votes.Features;

/// <summary>The parent of the verbs about recorded votes, one line a verb.</summary>
internal static class VotesCommand
{
    internal static Command Create(CommandHost host) => new("votes", "How states voted in the General Assembly: import recorded votes, measure agreement, estimate ideal points, weigh a majority.")
    {
        ImportVotes.Create(host),
        ShowAgreement.Create(host),
        EstimateIdealPoints.Create(host),
        ForecastMajority.Create(host),
    };
}
