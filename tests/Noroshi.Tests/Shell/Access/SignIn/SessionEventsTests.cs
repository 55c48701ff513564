using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Noroshi.Contracts;
using Noroshi.Shell.Access;
using Noroshi.Tests.Storage;

namespace Noroshi.Tests.Shell.Access.SignIn;

public sealed class SessionEventsTests(DoorTests.House house) : IClassFixture<DoorTests.House>
{
    [Theory]
    [InlineData(0, true)]
    [InlineData(11.9, true)]
    [InlineData(12, false)]
    [InlineData(1000, false)]
    public async Task SignIn_WhenOfSomeAge_HoldsUpToTwelveHours(double hours, bool holds)
    {
        var id = await house.Node.AddUserAsync("aged-" + Guid.NewGuid().ToString("N")[..8], Role.Analyst);
        var stamp = await house.Node.Records.FirstAsync<string>("SELECT security_stamp FROM person WHERE id = @id", new { id }, default);
        var clock = new TestClock(new DateTimeOffset(2026, 11, 22, 0, 0, 0, TimeSpan.Zero));
        var events = new SessionEvents(house.Node.Records, clock);
        using var scope = house.Node.Services.CreateScope();
        var context = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
        var scheme = new AuthenticationScheme(IdentityConstants.ApplicationScheme, null, typeof(CookieAuthenticationHandler));
        var person = new ClaimsPrincipal(new ClaimsIdentity([new Claim("sub", id), new Claim("noroshi:stamp", stamp!)], "test"));
        var properties = new AuthenticationProperties();
        await events.SigningIn(new CookieSigningInContext(context, scheme, new CookieAuthenticationOptions(), person, properties, new CookieOptions()));
        clock.Advance(TimeSpan.FromHours(hours));
        // Renewing a sign-in does not make it young again.
        await events.SigningIn(new CookieSigningInContext(context, scheme, new CookieAuthenticationOptions(), person, properties, new CookieOptions()));
        var check = new CookieValidatePrincipalContext(context, scheme, new CookieAuthenticationOptions(), new AuthenticationTicket(person, properties, scheme.Name));
        await events.ValidatePrincipal(check);
        (check.Principal is not null).ShouldBe(holds);
    }
}
