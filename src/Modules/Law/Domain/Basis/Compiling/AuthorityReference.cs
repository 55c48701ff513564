namespace Noroshi.Law.Domain;

/// <summary>Where in the register of authorities a channel leads: <c>register(ETS185,27(2))</c>.</summary>
internal readonly record struct AuthorityReference(string Instrument, string Article)
{
    public static bool TryParse(string text, out AuthorityReference reference)
    {
        reference = default;
        const string opening = "register(";
        if (!text.StartsWith(opening, StringComparison.Ordinal) || !text.EndsWith(')')) return false;
        var inner = text[opening.Length..^1];
        var comma = inner.IndexOf(',', StringComparison.Ordinal);
        if (comma <= 0 || comma == inner.Length - 1) return false;
        reference = new AuthorityReference(inner[..comma], inner[(comma + 1)..].Trim());
        return true;
    }
}
