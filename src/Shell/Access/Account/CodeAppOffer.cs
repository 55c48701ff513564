using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Noroshi.Shell.Access;

/// <summary>The secret offered to a code app. It travels sealed in the form and is kept only once the app has shown a right code.</summary>
/// <param name="Key">Base32, as code apps take it.</param>
/// <param name="Ticket">The same, sealed for this person and a quarter of an hour.</param>
internal sealed record CodeAppOffer(string Key, string Ticket)
{
    private static readonly TimeSpan ValidFor = TimeSpan.FromMinutes(15);

    /// <summary>In groups of four, to be typed by hand.</summary>
    public string Readable => string.Join(' ', Key.Chunk(4).Select(group => new string(group)));

    public static CodeAppOffer New(IDataProtectionProvider protection, Person person, string key) =>
        new(key, Protector(protection, person).Protect(key, ValidFor));

    /// <summary>The offer of before; <c>null</c> when it lapsed, was altered, or was another person's.</summary>
    public static CodeAppOffer? Open(IDataProtectionProvider protection, Person person, string? ticket)
    {
        if (ticket is not { Length: > 0 and < 2000 }) return null;
        try
        {
            return new CodeAppOffer(Protector(protection, person).Unprotect(ticket), ticket);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>The address that code apps on the same device open.</summary>
    public string Address(string node, string name) =>
        $"otpauth://totp/{Uri.EscapeDataString(node)}:{Uri.EscapeDataString(name)}?secret={Key}&issuer={Uri.EscapeDataString(node)}&algorithm=SHA1&digits=6&period=30";

    private static ITimeLimitedDataProtector Protector(IDataProtectionProvider protection, Person person) =>
        protection.CreateProtector("Noroshi.Access.CodeAppOffer.v1", person.Id).ToTimeLimitedDataProtector();
}
