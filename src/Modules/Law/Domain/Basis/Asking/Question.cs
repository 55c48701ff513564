using Noroshi.Kernel;

namespace Noroshi.Law.Domain;

/// <summary>What may <paramref name="From"/> ask of <paramref name="To"/> on a day?</summary>
/// <param name="From">The state that asks.</param>
/// <param name="To">The state that is asked.</param>
/// <param name="On">The day for which the law is asked.</param>
/// <param name="Measure">What is wanted.</param>
internal sealed record Question(CountryCode From, CountryCode To, DateOnly On, Measure Measure)
{
    /// <summary>Part of the requested state where the data are; unknown for none.</summary>
    public CountryCode Territory { get; init; }

    /// <summary>Only facts recorded by this day count; null for all that is recorded.</summary>
    public DateOnly? KnownAt { get; init; }

    /// <summary>Offence of the catalogue; empty where not given.</summary>
    public string Offence { get; init; } = "";

    /// <summary><c>subscriber</c>, <c>traffic</c> or <c>content</c>; empty where not given.</summary>
    public string DataKind { get; init; } = "";

    /// <summary>Whether the request is urgent. The asking side knows; not urgent unless it says so.</summary>
    public bool Urgent { get; init; }

    public CaseFacts Facts { get; init; } = CaseFacts.None;
}
