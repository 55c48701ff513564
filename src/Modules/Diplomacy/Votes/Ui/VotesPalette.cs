using System.Globalization;
using System.Security.Claims;
using Microsoft.Extensions.Localization;
using Noroshi.Contracts;
using Noroshi.Diplomacy.Votes.Serving;

namespace Noroshi.Diplomacy.Votes.Ui;

/// <summary>Makes the resolutions about cyberspace that were voted on findable in the command palette; of thousands of others the list of votes is the place.</summary>
internal sealed class VotesPalette(KeptVotes kept, IStringLocalizer<VotesText> text) : IPaletteSource
{
    public IEnumerable<PaletteEntry> Entries(ClaimsPrincipal person, CultureInfo language)
    {
        if (!person.ReadsDiplomacy()) return [];
        string kind = text["PaletteVote"];
        return kept.Now().Book.RollCalls.Where(rollCall => rollCall.IsWhole && VotesOfState.CyberResolutions.Contains(rollCall.Resolution))
            .Select(rollCall => new PaletteEntry($"{rollCall.Resolution} {VoteLabels.Brief(rollCall.Title)}", $"/votes/roll-calls/{rollCall.Key}", kind, [rollCall.Resolution]));
    }
}
