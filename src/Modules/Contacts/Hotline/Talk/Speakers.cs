using System.Security.Claims;
using Noroshi.Contacts.Ui.Hotline;
using Noroshi.Contracts;
using Noroshi.Shell.Access;
using Noroshi.Storage;

namespace Noroshi.Contacts.Hotline;

/// <summary>Who speaks: the signed-in person, or the user that a verb names.</summary>
internal sealed class Speakers(OrganisationDirectory organisations, UserDirectory users)
{
    private static readonly Role[] _order = [Role.Diplomat, Role.Administrator, Role.Analyst];

    internal Task<Speaker> OfAsync(ClaimsPrincipal person, CancellationToken cancel) => OfAsync(person.UserId(), person.OrganisationId(), person.Roles(), cancel);

    /// <summary>The user of that sign-in name who may do this; without a name the only diplomat, else the only administrator.</summary>
    /// <exception cref="RefusalException">There is none, the role is missing, or more than one comes into question.</exception>
    internal async Task<Speaker> NamedAsync(string? name, Role[] roles, CancellationToken cancel)
    {
        var all = (await users.ListAsync(cancel)).Where(user => !user.Disabled && user.Roles.Any(roles)).ToList();
        if (name is not null)
        {
            var named = all.FirstOrDefault(user => user.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
                ?? throw new RefusalException($"--as: nobody with access signs in as '{name}' and may do this; it takes one of: {string.Join(", ", roles)}.", RefusalException.Input);
            return await OfAsync(named.Id, named.OrganisationId, named.Roles, cancel);
        }

        var only = _order.Where(roles.Contains).Select(role => all.Where(user => user.Roles.Contains(role)).ToList()).FirstOrDefault(held => held.Count > 0);
        return only is [var one]
            ? await OfAsync(one.Id, one.OrganisationId, one.Roles, cancel)
            : throw new RefusalException(
                only is null ? $"Nobody on this node may do this; give somebody one of the roles: {string.Join(", ", roles)}." : $"A message is spoken by a person. Say who with --as: {string.Join(", ", only.Select(user => user.Name))}.",
                RefusalException.Input);
    }

    private async Task<Speaker> OfAsync(string id, string? organisationId, IReadOnlyCollection<Role> roles, CancellationToken cancel)
    {
        var organisation = (await organisations.ListAsync(cancel)).FirstOrDefault(one => one.Id == organisationId);
        var role = _order.FirstOrDefault(roles.Contains, Role.Auditor);
        return new Speaker(id, organisationId, HotlineLabels.Both("Function_" + role), organisation is null ? HotlineLabels.Both("OrganisationUnknown") : new BothLanguages(organisation.NameJa, organisation.NameEn));
    }
}
