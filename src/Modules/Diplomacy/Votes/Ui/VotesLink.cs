using System.Globalization;
using System.Security.Claims;
using Microsoft.Extensions.Localization;
using Noroshi.Contracts;
using Noroshi.Kernel;
using Noroshi.Storage;

namespace Noroshi.Diplomacy.Votes.Ui;

/// <summary>Leads from the profile of a state to its votes beside ours.</summary>
internal sealed class VotesLink(IStringLocalizer<VotesText> text, NodeOptions options) : IStateLinks
{
    public IEnumerable<StateLink> LinksOf(CountryCode state, ClaimsPrincipal person, CultureInfo language) =>
        person.ReadsDiplomacy() && state.ToString() != options.State ? [new StateLink(text["StateLink"], $"/votes/agreement?a={options.State}&b={state}", text["StateLinkDetail"])] : [];
}
