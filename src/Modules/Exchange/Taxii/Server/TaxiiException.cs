namespace Noroshi.Exchange.Taxii;

/// <summary>A request that is answered with an error message (TAXII 2.1, section 3.6).</summary>
/// <param name="status">HTTP status.</param>
/// <param name="title">What is wrong, in a few words.</param>
/// <param name="description">What was found, and what to do.</param>
internal sealed class TaxiiException(int status, string title, string description) : Exception(title)
{
    /// <summary>HTTP status.</summary>
    public int Status { get; } = status;

    /// <summary>What is wrong.</summary>
    public string Title { get; } = title;

    /// <summary>What was found, and what to do.</summary>
    public string Description { get; } = description;

    /// <summary>Seconds after which to try again; null where trying again does not help.</summary>
    public int? RetryAfter { get; init; }

    /// <summary>A question that cannot be understood.</summary>
    public static TaxiiException Wrong(string description) => new(400, "The request cannot be understood", description);

    /// <summary>Something that is not here, or not for this caller: the two are told in the same words.</summary>
    public static TaxiiException Missing(string what) => new(404, "Not found", $"{what} is not here, or not for you.");
}
