using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;
using Noroshi.Contracts;
using Noroshi.Shell.Audit;

namespace Noroshi.Shell.Access;

/// <summary>The endpoints beside the pages: sign-out, passkey challenges, the audit log as CSV.</summary>
internal static class AccessRoutes
{
    internal static void MapAccess(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPost("/sign-out", SignOutAsync).AllowBeforeSecondFactor().ExcludeFromDescription();
        endpoints.MapPost("/sign-in/passkey/options", PasskeyRequestAsync).AllowAnonymous().RequireRateLimiting(AccessServices.SignInLimit).ExcludeFromDescription();
        endpoints.MapPost("/account/passkeys/options", PasskeyCreationAsync).AllowBeforeSecondFactor().ExcludeFromDescription();
        AuditExport.Map(endpoints);
    }

    private static TBuilder AllowBeforeSecondFactor<TBuilder>(this TBuilder builder)
        where TBuilder : IEndpointConventionBuilder
    {
        builder.Add(endpoint => endpoint.Metadata.Add(new AllowBeforeSecondFactorAttribute()));
        return builder;
    }

    private static async Task<IResult> SignOutAsync(HttpContext context, IAntiforgery forgery, SignInManager<Person> signIn, IAuditLog audit, TimeProvider clock, CancellationToken cancel)
    {
        if (!await forgery.IsRequestValidAsync(context).ConfigureAwait(false)) return Results.BadRequest();
        var actor = Actor.Of(context.User);
        await signIn.SignOutAsync().ConfigureAwait(false);
        await audit.RecordAsync(new AuditEvent(clock.GetUtcNow(), "sign-out", actor.Id, actor.Organisation, "user:" + actor.Id, true), cancel).ConfigureAwait(false);
        return Results.LocalRedirect("/sign-in");
    }

    /// <summary>A challenge for whatever passkey the browser offers; it names nobody, so it tells nothing about who has access.</summary>
    private static async Task<IResult> PasskeyRequestAsync(SignInManager<Person> signIn) =>
        Results.Content(await signIn.MakePasskeyRequestOptionsAsync(null).ConfigureAwait(false), "application/json");

    private static async Task<IResult> PasskeyCreationAsync(HttpContext context, SignInManager<Person> signIn, UserManager<Person> people)
    {
        var person = await people.GetUserAsync(context.User).ConfigureAwait(false);
        if (person is null) return Results.Unauthorized();
        var options = await signIn.MakePasskeyCreationOptionsAsync(new PasskeyUserEntity { Id = person.Id, Name = person.Name, DisplayName = person.DisplayName }).ConfigureAwait(false);
        return Results.Content(options, "application/json");
    }
}
