using System.Buffers.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;
using Noroshi.Contracts;
using Noroshi.Shell.Audit;

namespace Noroshi.Shell.Access;

/// <summary>Sign-out and what people take away from their own account: plain forms that lead back to a page.</summary>
internal static class AccountRoutes
{
    internal static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPost("/sign-out", SignOutAsync).AllowBeforeSecondFactor().RequireForm();
        endpoints.MapPost("/account/sign-out-everywhere", SignOutEverywhereAsync).AllowBeforeSecondFactor().RequireForm();
        endpoints.MapPost("/account/passkeys/remove", RemovePasskeyAsync).RequireForm();
        endpoints.MapPost("/account/passkeys/options", PasskeyCreationAsync).AllowBeforeSecondFactor().ExcludeFromDescription();
        endpoints.MapPost("/sign-in/passkey/options", PasskeyRequestAsync).AllowAnonymous().ExcludeFromDescription();
    }

    private static async Task<IResult> SignOutAsync(HttpContext context, SignInManager<Person> signIn, IAuditLog audit, TimeProvider clock, CancellationToken cancel)
    {
        var actor = Actor.Of(context.User);
        await signIn.SignOutAsync().ConfigureAwait(false);
        await audit.RecordAsync(new AuditEvent(clock.GetUtcNow(), "sign-out", actor.Id, actor.Organisation, "user:" + actor.Id, true), cancel).ConfigureAwait(false);
        return Results.LocalRedirect("/sign-in");
    }

    private static async Task<IResult> SignOutEverywhereAsync(HttpContext context, UserDirectory users, SignInManager<Person> signIn, CancellationToken cancel)
    {
        await users.EndSessionsAsync(context.User.UserId(), Actor.Of(context.User), cancel).ConfigureAwait(false);
        await signIn.SignOutAsync().ConfigureAwait(false);
        return Results.LocalRedirect("/sign-in");
    }

    private static async Task<IResult> RemovePasskeyAsync(HttpContext context, AccountDesk desk, CancellationToken cancel)
    {
        var form = await context.Request.ReadFormAsync(cancel).ConfigureAwait(false);
        var text = form["credential"].ToString();
        if (!Base64Url.IsValid(text)) return Results.BadRequest();
        await desk.RemovePasskeyAsync(await desk.WhoAsync(context.User).ConfigureAwait(false), Base64Url.DecodeFromChars(text), cancel).ConfigureAwait(false);
        return Results.LocalRedirect("/account/second-factor?done=PasskeyRemoved");
    }

    /// <summary>A challenge for whatever passkey the browser offers; it names nobody, so it tells nothing about who has access.</summary>
    private static async Task<IResult> PasskeyRequestAsync(SignInManager<Person> signIn) =>
        Results.Content(await signIn.MakePasskeyRequestOptionsAsync(null).ConfigureAwait(false), "application/json");

    private static async Task<IResult> PasskeyCreationAsync(HttpContext context, AccountDesk desk, SignInManager<Person> signIn)
    {
        var person = await desk.WhoAsync(context.User).ConfigureAwait(false);
        var options = await signIn.MakePasskeyCreationOptionsAsync(new PasskeyUserEntity { Id = person.Id, Name = person.Name, DisplayName = person.DisplayName }).ConfigureAwait(false);
        return Results.Content(options, "application/json");
    }
}
