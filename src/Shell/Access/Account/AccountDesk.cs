using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Noroshi.Contracts;

namespace Noroshi.Shell.Access;

/// <summary>What people change about their own access. Each change ends their other sign-ins and keeps the one they work in.</summary>
internal sealed class AccountDesk(UserManager<Person> people, SignInManager<Person> signIn, PersonStore store, IAuditLog audit, TimeProvider clock)
{
    /// <summary>Whoever is signed in, as the records have them now.</summary>
    public async Task<Person> WhoAsync(ClaimsPrincipal principal) =>
        await people.GetUserAsync(principal).ConfigureAwait(false) ?? throw new InvalidOperationException("The person signed in is not in the records.");

    /// <summary>Checks the password again before something that an unattended screen must not allow; wrong ones count towards locking.</summary>
    public async Task<bool> ConfirmAsync(Person person, string? password, CancellationToken cancel)
    {
        var result = await signIn.CheckPasswordSignInAsync(person, password ?? string.Empty, lockoutOnFailure: true).ConfigureAwait(false);
        if (!result.Succeeded) await RecordAsync("access.password.confirmation-failed", person, false, cancel).ConfigureAwait(false);
        return result.Succeeded;
    }

    /// <summary>Changes the password; a text key says why not, <c>null</c> that it was done.</summary>
    public async Task<string?> ChangePasswordAsync(Person person, string? current, string? wanted, CancellationToken cancel)
    {
        if (PasswordRules.Refusal(wanted ?? string.Empty, person.Name, person.DisplayName) is { } refusal) return refusal;
        if (!await ConfirmAsync(person, current, cancel).ConfigureAwait(false)) return "CurrentPasswordWrong";
        var result = await people.ChangePasswordAsync(person, current!, wanted!).ConfigureAwait(false);
        if (!result.Succeeded) return "ChangedElsewhere";
        await RecordAsync("access.password.changed", person, true, cancel).ConfigureAwait(false);
        await signIn.RefreshSignInAsync(person).ConfigureAwait(false);
        return null;
    }

    /// <summary>Takes the code app into use after its first right code; the answer is the recovery codes, shown once.</summary>
    public async Task<IReadOnlyList<string>?> UseCodeAppAsync(Person person, string key, string? code, CancellationToken cancel)
    {
        if (TimeCode.Match(key, Digits(code), clock.GetUtcNow()) is not { } step) return null;
        await store.SetAuthenticatorKeyAsync(person, key, cancel).ConfigureAwait(false);
        var result = await people.SetTwoFactorEnabledAsync(person, true).ConfigureAwait(false);
        if (!result.Succeeded) return null;
        await store.UseStepAsync(person, step, cancel).ConfigureAwait(false);
        await RecordAsync("access.code-app.enrolled", person, true, cancel).ConfigureAwait(false);
        return await NewRecoveryCodesAsync(person, cancel).ConfigureAwait(false);
    }

    /// <summary>Ten new recovery codes; the old ones stop working.</summary>
    public async Task<IReadOnlyList<string>> NewRecoveryCodesAsync(Person person, CancellationToken cancel)
    {
        var codes = await people.GenerateNewTwoFactorRecoveryCodesAsync(person, 10).ConfigureAwait(false);
        await RecordAsync("access.recovery-codes.renewed", person, true, cancel).ConfigureAwait(false);
        await signIn.RefreshSignInAsync(await AgainAsync(person).ConfigureAwait(false)).ConfigureAwait(false);
        return [.. codes ?? []];
    }

    /// <summary>Registers the passkey that the browser made for our challenge; a text key says why not.</summary>
    public async Task<string?> AddPasskeyAsync(Person person, string credential, string? name, CancellationToken cancel)
    {
        PasskeyAttestationResult attestation;
        try
        {
            attestation = await signIn.PerformPasskeyAttestationAsync(credential).ConfigureAwait(false);
        }
        catch (InvalidOperationException)
        {
            return "PasskeyLapsed"; // No challenge of ours is open.
        }

        // The challenge may have been asked for by whoever was signed in here before.
        if (!attestation.Succeeded || attestation.UserEntity.Id != person.Id || !attestation.Passkey.IsUserVerified)
        {
            await RecordAsync("access.passkey.added", person, false, cancel, attestation.Failure?.Message ?? "not this person's challenge, or owner not verified").ConfigureAwait(false);
            return "PasskeyRefused";
        }

        attestation.Passkey.Name = PlainText.Fits(name, 60) ? name!.Trim() : null;
        await people.AddOrUpdatePasskeyAsync(person, attestation.Passkey).ConfigureAwait(false);
        await RecordAsync("access.passkey.added", person, true, cancel).ConfigureAwait(false);
        await signIn.RefreshSignInAsync(await AgainAsync(person).ConfigureAwait(false)).ConfigureAwait(false);
        return null;
    }

    public async Task RemovePasskeyAsync(Person person, byte[] credentialId, CancellationToken cancel)
    {
        await people.RemovePasskeyAsync(person, credentialId).ConfigureAwait(false);
        await people.UpdateSecurityStampAsync(person).ConfigureAwait(false);
        await RecordAsync("access.passkey.removed", person, true, cancel).ConfigureAwait(false);
        await signIn.RefreshSignInAsync(await AgainAsync(person).ConfigureAwait(false)).ConfigureAwait(false);
    }

    internal static string Digits(string? code) => string.Concat((code ?? string.Empty).Where(c => !char.IsWhiteSpace(c)));

    private async Task<Person> AgainAsync(Person person) => await people.FindByIdAsync(person.Id).ConfigureAwait(false) ?? person;

    private Task RecordAsync(string act, Person person, bool succeeded, CancellationToken cancel, string? reason = null)
    {
        var details = reason is null ? null : new Dictionary<string, string> { ["reason"] = reason };
        return audit.RecordAsync(new AuditEvent(clock.GetUtcNow(), act, person.Id, person.OrganisationId, "user:" + person.Id, succeeded, details), cancel);
    }
}
