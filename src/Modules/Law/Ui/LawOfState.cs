using System.Globalization;
using System.Security.Claims;
using Microsoft.Extensions.Localization;
using Noroshi.Contracts;
using Noroshi.Kernel;
using Noroshi.Law.Features;
using Noroshi.Shell.Access;

namespace Noroshi.Law.Ui;

/// <summary>Leads from the profile of a state to its law.</summary>
internal sealed class LawOfState(IStringLocalizer<LawText> text) : IStateLinks
{
    public IEnumerable<StateLink> LinksOf(CountryCode state, ClaimsPrincipal person, CultureInfo language) =>
        LawReaders.All.Any(person.HasRole) ? [new StateLink(text["StateLink"], $"/law/states/{state}", text["StateLinkDetail"])] : [];
}
