using Noroshi.Contacts.Domain;
using Noroshi.Kernel;

namespace Noroshi.Contacts.Features;

/// <summary>What a list of points is narrowed to. Words that are not understood narrow nothing.</summary>
/// <param name="State">Unknown for all.</param>
/// <param name="Function">Null for all.</param>
/// <param name="Origin"><c>own</c>, <c>peer</c>, or empty for both.</param>
/// <param name="Standing"><c>expired</c>, <c>retired</c>, <c>all</c>, or empty for those that are valid.</param>
internal sealed record PointFilter(CountryCode State, ContactFunction? Function, string Origin, string Standing)
{
    internal static PointFilter Read(string? state, string? function, string? origin, string? standing) => new(
        CountryCode.TryParse(state, out var code) ? code : CountryCode.Unknown, ContactWords.Function(function), origin is "own" or "peer" ? origin : "", standing is "expired" or "retired" or "all" ? standing : "");

    /// <summary>The points that fit, by state, function and organisation.</summary>
    internal IEnumerable<ContactPoint> Of(ContactBook book, DateTimeOffset now) => book.Points
        .Where(point => (!State.IsKnown || book.StateOf(point) == State)
            && (Function is not { } function || point.Function == function)
            && (Origin.Length == 0 || point.IsOwn == (Origin == "own"))
            && Standing switch
            {
                "all" => true,
                "retired" => point.RetiredAt is not null,
                "expired" => point.RetiredAt is null && !point.IsValidAt(now),
                _ => point.IsValidAt(now),
            })
        .OrderBy(book.StateOf).ThenBy(point => point.Function).ThenBy(point => point.Id, StringComparer.Ordinal);
}
