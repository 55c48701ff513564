using System.Globalization;
using System.Security.Claims;
using Noroshi.Kernel;

namespace Noroshi.Contracts;

/// <summary>A room that has more to say about a state than its profile. Registered in the services.</summary>
public interface IStateLinks
{
    /// <summary>Pages about the state or territory that this person may open, worded in their language.</summary>
    IEnumerable<StateLink> LinksOf(CountryCode state, ClaimsPrincipal person, CultureInfo language);
}
