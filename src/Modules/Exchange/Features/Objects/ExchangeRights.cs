using System.Security.Claims;
using Noroshi.Contracts;
using Noroshi.Exchange.Sharing;
using Noroshi.Kernel;
using Noroshi.Shell.Access;
using Noroshi.Storage;

namespace Noroshi.Exchange.Features;

/// <summary>Who may open the room's pages, and as whom the release rules see a person.</summary>
internal static class ExchangeRights
{
    /// <summary>See collections; what is in them is decided by the release rules.</summary>
    public static readonly Role[] Readers = [Role.Analyst, Role.Investigator, Role.Operator, Role.Auditor, Role.Administrator];

    /// <summary>Make collections, partners and sources.</summary>
    public static readonly Role[] Keepers = [Role.Administrator];

    /// <summary>See what left.</summary>
    public static readonly Role[] Checkers = [Role.Analyst, Role.Auditor, Role.Administrator];

    public static bool Reads(this ClaimsPrincipal person) => Readers.Any(person.HasRole);

    public static bool Keeps(this ClaimsPrincipal person) => Keepers.Any(person.HasRole);

    public static bool ChecksDepartures(this ClaimsPrincipal person) => Checkers.Any(person.HasRole);

    /// <summary>The request of a person who looks at a page: their organisation receives, and their role says what for.</summary>
    public static ReleaseRequest RequestOf(ClaimsPrincipal person, NodeOptions options, DateTimeOffset now) =>
        new(Recipient.Person(person.UserId(), person.OrganisationId(), CountryCode.TryParse(options.State, out var state) ? state : CountryCode.Unknown), Exit.Ui, now)
        {
            Purpose = person.HasRole(Role.Analyst) || person.HasRole(Role.Operator) ? Purpose.Defence : person.HasRole(Role.Investigator) ? Purpose.Investigation : Purpose.Unstated,
        };
}
