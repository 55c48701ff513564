using System.Globalization;
using System.Security.Claims;
using Microsoft.Extensions.Localization;
using Noroshi.Contacts.Features;
using Noroshi.Contracts;
using Noroshi.Kernel;

namespace Noroshi.Contacts.Ui;

/// <summary>Leads from the profile of a state to who can be called there.</summary>
internal sealed class ContactsOfState(ContactDirectory directory, IStringLocalizer<ContactText> text, TimeProvider clock) : IStateLinks
{
    public IEnumerable<StateLink> LinksOf(CountryCode state, ClaimsPrincipal person, CultureInfo language)
    {
        if (!person.Reads()) return [];
        var now = clock.GetUtcNow();
        var count = directory.Latest.SeenBy(person, directory.OwnState).PointsOf(state).Count(point => point.IsValidAt(now));
        return [new StateLink(text["StateLink"], $"/contacts?q={state}", count == 0 ? text["StateLinkNone"] : text["PointCount", count])];
    }
}
