using System.Text;

namespace Noroshi.Shell.Access;

/// <summary>What a password must be: long, and not the person's own name. No rules of composition: they make passwords worse.</summary>
internal static class PasswordRules
{
    public const int Shortest = 12;
    public const int Longest = 256;

    /// <summary>Why the password is refused (a key of the texts), or <c>null</c> when it may be used.</summary>
    public static string? Refusal(string password, string name, string displayName)
    {
        if (password.Length > Longest) return "PasswordTooLong";
        var normal = Normalise(password);
        if (normal.EnumerateRunes().Count() < Shortest) return "PasswordTooShort";
        if (normal.EnumerateRunes().Distinct().Count() < 5) return "PasswordTooSimple";
        return SameAs(normal, name) || SameAs(normal, displayName) ? "PasswordIsName" : null;
    }

    /// <summary>One spelling for what looks the same: a full-width letter typed by an input method equals the plain one.</summary>
    public static string Normalise(string password)
    {
        var whole = new StringBuilder(password.Length);
        foreach (var rune in password.EnumerateRunes()) whole.Append(rune.ToString());
        return whole.ToString().Normalize(NormalizationForm.FormKC);
    }

    // "yamada.taro" may not be dressed up as "yamada.taroyamada.taro" either.
    private static bool SameAs(string password, string name)
    {
        var plain = Plain(name);
        if (plain.Length == 0) return false;
        return Plain(password).Replace(plain, string.Empty, StringComparison.Ordinal).Length < 4;
    }

    private static string Plain(string text) => new([.. Normalise(text).Where(char.IsLetterOrDigit).Select(char.ToUpperInvariant)]);
}
