using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Noroshi.Contracts;
using Noroshi.Storage;

namespace Noroshi.Shell.Access;

/// <summary>What a sign-in carries. Roles may be kept in it because every change of roles ends the sign-in.</summary>
internal sealed class PersonClaims(NodeOptions options) : IUserClaimsPrincipalFactory<Person>
{
    public Task<ClaimsPrincipal> CreateAsync(Person user)
    {
        var identity = new ClaimsIdentity(IdentityConstants.ApplicationScheme, AccessClaims.Display, AccessClaims.Role);
        identity.AddClaim(new Claim(AccessClaims.User, user.Id));
        identity.AddClaim(new Claim(AccessClaims.Name, user.Name));
        identity.AddClaim(new Claim(AccessClaims.Display, user.DisplayName));
        identity.AddClaim(new Claim(AccessClaims.Organisation, user.OrganisationId));
        identity.AddClaim(new Claim(AccessClaims.Stamp, user.SecurityStamp));
        foreach (var role in user.Roles) identity.AddClaim(new Claim(AccessClaims.Role, role.ToString()));
        // Exercise data may be shown without a second factor; a node's administrators are not let off even then, unless the whole node is an exercise.
        var required = options.RequireSecondFactor || (!options.Exercise && user.Roles.Contains(Role.Administrator));
        if (required && !user.HasSecondFactor) identity.AddClaim(new Claim(AccessClaims.SecondFactorMissing, "1"));
        return Task.FromResult(new ClaimsPrincipal(identity));
    }
}
