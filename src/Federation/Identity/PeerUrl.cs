namespace Noroshi.Federation;

/// <summary>Addresses at which nodes reach each other: https, host and port, nothing else.</summary>
internal static class PeerUrl
{
    internal static bool IsValid(string? text) => TryParse(text, out _);

    /// <summary>Reads an address; a missing scheme is taken as https.</summary>
    internal static bool TryParse(string? text, out Uri address)
    {
        address = null!;
        if (string.IsNullOrWhiteSpace(text) || text.Length > 300) return false;
        var whole = text.Contains("://", StringComparison.Ordinal) ? text.Trim() : "https://" + text.Trim();
        if (!Uri.TryCreate(whole, UriKind.Absolute, out var parsed) || parsed.Scheme != Uri.UriSchemeHttps) return false;
        if (parsed.UserInfo.Length > 0 || parsed.Query.Length > 0 || parsed.Fragment.Length > 0 || parsed.AbsolutePath != "/") return false;
        address = new Uri(parsed.GetLeftPart(UriPartial.Authority));
        return true;
    }
}
