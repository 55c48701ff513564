using Microsoft.AspNetCore.Identity;
using Noroshi.Contracts;
using Noroshi.Storage;

namespace Noroshi.Shell.Access;

/// <summary>Signs people in. What it answers to a wrong name, a wrong password, a locked and a disabled account is the same.</summary>
internal sealed class SignInDesk(SignInManager<Person> signIn, UserManager<Person> people, PasswordKeeper passwords, RecordStore records, IAuditLog audit, TimeProvider clock)
{
    public async Task<SignInAnswer> WithPasswordAsync(string name, string password, CancellationToken cancel)
    {
        var person = PlainText.Fits(name, 64) ? await people.FindByNameAsync(name).ConfigureAwait(false) : null;
        if (person?.PasswordHash is null)
        {
            passwords.CheckNobody(password);
            // What was typed as a name may be a password typed into the wrong field: it is not recorded.
            await RecordAsync("sign-in.password", person, false, "unknown", cancel).ConfigureAwait(false);
            return SignInAnswer.Refused;
        }

        var result = await signIn.PasswordSignInAsync(person, password, isPersistent: false, lockoutOnFailure: true).ConfigureAwait(false);
        if (result.Succeeded) return await WelcomeAsync("sign-in.password", person, cancel).ConfigureAwait(false);
        if (result.RequiresTwoFactor)
        {
            await RecordAsync("sign-in.password", person, true, "second factor asked", cancel).ConfigureAwait(false);
            return SignInAnswer.SecondFactorAsked;
        }

        // Locked and disabled accounts are refused before the password is looked at; the answer must not come sooner for it.
        var locked = result.IsLockedOut;
        if (result.IsNotAllowed || (locked && person.FailedAttempts == 0)) passwords.CheckNobody(password);
        await RecordAsync("sign-in.password", person, false, locked ? "locked" : result.IsNotAllowed ? "disabled" : "wrong password", cancel).ConfigureAwait(false);
        return SignInAnswer.Refused;
    }

    /// <summary>The second step: a code of the person's app, or one of their recovery codes.</summary>
    public async Task<SignInAnswer> WithCodeAsync(string code, CancellationToken cancel)
    {
        var person = await signIn.GetTwoFactorAuthenticationUserAsync().ConfigureAwait(false);
        if (person is null) return SignInAnswer.StartAgain;
        var plain = string.Concat(code.Where(c => !char.IsWhiteSpace(c) && c != '-'));
        var app = plain.Length == 6 && plain.All(char.IsAsciiDigit);
        var result = app
            ? await signIn.TwoFactorAuthenticatorSignInAsync(plain, isPersistent: false, rememberClient: false).ConfigureAwait(false)
            : await RecoverAsync(person, code.Trim()).ConfigureAwait(false);
        var act = app ? "sign-in.code" : "sign-in.recovery-code";
        if (result.Succeeded) return await WelcomeAsync(act, person, cancel).ConfigureAwait(false);
        await RecordAsync(act, person, false, result.IsLockedOut ? "locked" : result.IsNotAllowed ? "disabled" : "wrong code", cancel).ConfigureAwait(false);
        return result.IsLockedOut || result.IsNotAllowed ? SignInAnswer.StartAgain : SignInAnswer.Refused;
    }

    /// <summary>A passkey is possession and presence of its owner in one: no further step follows.</summary>
    public async Task<SignInAnswer> WithPasskeyAsync(string credential, CancellationToken cancel)
    {
        PasskeyAssertionResult<Person> assertion;
        try
        {
            assertion = await signIn.PerformPasskeyAssertionAsync(credential).ConfigureAwait(false);
        }
        catch (InvalidOperationException)
        {
            return SignInAnswer.StartAgain; // No challenge of ours is open: the page was left too long, or the answer was replayed.
        }

        if (!assertion.Succeeded || !assertion.Passkey.IsUserVerified)
        {
            await RecordAsync("sign-in.passkey", assertion.User, false, assertion.Failure?.Message ?? "owner not verified", cancel).ConfigureAwait(false);
            return SignInAnswer.Refused;
        }

        var person = assertion.User;
        if (await people.IsLockedOutAsync(person).ConfigureAwait(false) || person.Disabled)
        {
            await RecordAsync("sign-in.passkey", person, false, person.Disabled ? "disabled" : "locked", cancel).ConfigureAwait(false);
            return SignInAnswer.Refused;
        }

        await people.AddOrUpdatePasskeyAsync(person, assertion.Passkey).ConfigureAwait(false);
        await signIn.SignInAsync(person, isPersistent: false, "passkey").ConfigureAwait(false);
        return await WelcomeAsync("sign-in.passkey", person, cancel).ConfigureAwait(false);
    }

    /// <summary>Recovery codes are long, but guesses at them count like any other.</summary>
    private async Task<SignInResult> RecoverAsync(Person person, string code)
    {
        if (person.Disabled) return SignInResult.NotAllowed;
        if (await people.IsLockedOutAsync(person).ConfigureAwait(false)) return SignInResult.LockedOut;
        var result = await signIn.TwoFactorRecoveryCodeSignInAsync(code).ConfigureAwait(false);
        if (!result.Succeeded) await people.AccessFailedAsync(person).ConfigureAwait(false);
        return result;
    }

    private async Task<SignInAnswer> WelcomeAsync(string act, Person person, CancellationToken cancel)
    {
        await records.ExecuteAsync("UPDATE person SET last_sign_in = @now WHERE id = @Id", new { person.Id, now = clock.GetUtcNow() }, cancel).ConfigureAwait(false);
        await RecordAsync(act, person, true, null, cancel).ConfigureAwait(false);
        return SignInAnswer.Done;
    }

    private async Task RecordAsync(string act, Person? person, bool succeeded, string? reason, CancellationToken cancel)
    {
        var details = reason is null ? null : new Dictionary<string, string> { ["reason"] = reason };
        await audit.RecordAsync(new AuditEvent(clock.GetUtcNow(), act, person?.Id ?? "anonymous", person?.OrganisationId, person is null ? null : "user:" + person.Id, succeeded, details), cancel).ConfigureAwait(false);
        if (!succeeded && person is { FailedAttempts: 0, LockedUntil: { } until } && until > clock.GetUtcNow() && reason == "locked")
            await audit.RecordAsync(new AuditEvent(clock.GetUtcNow(), "sign-in.locked", person.Id, person.OrganisationId, "user:" + person.Id, false), cancel).ConfigureAwait(false);
    }
}
