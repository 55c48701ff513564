namespace Noroshi.Exchange.Taxii;

/// <summary>The secret of a partner as a bearer token: <c>partner_</c>, its name, <c>_</c>, the secret.</summary>
internal static class PartnerToken
{
    private const string Prefix = "partner_";

    /// <summary>The token of a partner.</summary>
    public static string Of(string partner, string secret) => $"{Prefix}{partner}_{secret}";

    /// <summary>Takes a token apart; null for anything of another form.</summary>
    public static (string Partner, string Secret)? Read(string token)
    {
        if (token.Length > 512 || !token.StartsWith(Prefix, StringComparison.Ordinal)) return null;
        // Names have no underscore; secrets may.
        var end = token.IndexOf('_', Prefix.Length);
        return end > Prefix.Length ? (token[Prefix.Length..end], token[(end + 1)..]) : null;
    }
}
