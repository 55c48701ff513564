using Microsoft.AspNetCore.Identity;

namespace Noroshi.Shell.Access;

/// <summary>Checks the codes of a person's code app; each code works once.</summary>
internal sealed class CodeApp(PersonStore store, TimeProvider clock) : IUserTwoFactorTokenProvider<Person>
{
    /// <summary>The code is made by the person's app, not by us.</summary>
    public Task<string> GenerateAsync(string purpose, UserManager<Person> manager, Person user) => Task.FromResult(string.Empty);

    public async Task<bool> ValidateAsync(string purpose, string token, UserManager<Person> manager, Person user)
    {
        var key = await manager.GetAuthenticatorKeyAsync(user).ConfigureAwait(false);
        if (string.IsNullOrEmpty(key) || TimeCode.Match(key, token, clock.GetUtcNow()) is not { } step) return false;
        return await store.UseStepAsync(user, step, CancellationToken.None).ConfigureAwait(false);
    }

    public async Task<bool> CanGenerateTwoFactorTokenAsync(UserManager<Person> manager, Person user) =>
        !string.IsNullOrEmpty(await manager.GetAuthenticatorKeyAsync(user).ConfigureAwait(false));
}
