using Microsoft.Net.Http.Headers;

namespace Noroshi.Exchange.Taxii;

/// <summary>Media types of TAXII 2.1 and whether a request agrees to them.</summary>
internal static class TaxiiMedia
{
    /// <summary>What every answer is.</summary>
    public const string Taxii = "application/taxii+json;version=2.1";

    /// <summary>What objects are.</summary>
    public const string Stix = "application/stix+json;version=";

    /// <summary>Whether <c>Accept</c> lets us answer in TAXII 2.1. Without a version the newest is meant; nothing at all accepts everything.</summary>
    public static bool Accepts(IList<string?> accept)
    {
        if (accept.Count == 0 || accept.All(string.IsNullOrWhiteSpace)) return true;
        return MediaTypeHeaderValue.TryParseList([.. accept.OfType<string>()], out var types) && types.Any(type => type.Quality != 0 && (IsTaxii(type) || type.MatchesAllTypes || (type.Type == "application" && type.MatchesAllSubTypes)));
    }

    /// <summary>Whether <c>Content-Type</c> is TAXII 2.1.</summary>
    public static bool IsTaxii(string? contentType) => MediaTypeHeaderValue.TryParse(contentType, out var type) && IsTaxii(type);

    private static bool IsTaxii(MediaTypeHeaderValue type) =>
        type.MediaType.Equals("application/taxii+json", StringComparison.OrdinalIgnoreCase)
        && (type.Parameters.FirstOrDefault(parameter => parameter.Name.Equals("version", StringComparison.OrdinalIgnoreCase)) is not { } version || HeaderUtilities.RemoveQuotes(version.Value).Equals("2.1", StringComparison.Ordinal));
}
