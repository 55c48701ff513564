using System.Globalization;
using System.Security.Claims;
using Noroshi.Contracts;
using Noroshi.Kernel;

namespace Noroshi.Diplomacy.Brief.Ui;

/// <summary>Leads from the page of a state to what the rooms know of it; not from our own.</summary>
internal sealed class BriefOfState(BriefAsking asking) : IStateLinks
{
    public IEnumerable<StateLink> LinksOf(CountryCode state, ClaimsPrincipal person, CultureInfo language) =>
        state == asking.OwnState || !person.ReadsDiplomacy()
            ? []
            : [new StateLink(BriefWords.Say(language, "StateLink"), $"/diplomacy/states/{state}", BriefWords.Say(language, "StateLinkDetail"))];
}
