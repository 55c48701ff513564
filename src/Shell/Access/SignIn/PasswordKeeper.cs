using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Noroshi.Shell.Access;

/// <summary>Hashes passwords (PBKDF2-HMAC-SHA512) in one spelling, and spends the same work where there is nobody to check.</summary>
internal sealed class PasswordKeeper(IOptions<PasswordHasherOptions> options) : PasswordHasher<Person>(options)
{
    private readonly Lazy<string> _nobody = new(() => new PasswordHasher<Person>(options).HashPassword(new Person(), Guid.NewGuid().ToString()));

    /// <inheritdoc/>
    public override string HashPassword(Person user, string password) => base.HashPassword(user, PasswordRules.Normalise(password));

    /// <inheritdoc/>
    public override PasswordVerificationResult VerifyHashedPassword(Person user, string hashedPassword, string providedPassword) =>
        providedPassword.Length > PasswordRules.Longest
            ? PasswordVerificationResult.Failed
            : base.VerifyHashedPassword(user, hashedPassword, PasswordRules.Normalise(providedPassword));

    /// <summary>Takes as long as checking a real password, so that the clock does not tell who has access.</summary>
    public void CheckNobody(string password) => VerifyHashedPassword(new Person(), _nobody.Value, password);
}
