using System.Globalization;
using Noroshi.Diplomacy.Votes.Domain;
using Noroshi.Diplomacy.Votes.Reading;

namespace Noroshi.Diplomacy.Votes.Features;

/// <summary>A question about agreement, understood: the states by position, the years, the resolutions.</summary>
internal sealed record AgreementAsk(int One, int? Other, int? From, int? To, IReadOnlySet<string>? Resolutions)
{
    /// <summary>Understands a question as it was written; without the other state, all others are meant.</summary>
    /// <exception cref="WrongAskException">It cannot be; says which part.</exception>
    internal static AgreementAsk Read(VoteBook book, VoteStates states, string one, string? other, string? from, string? to, string? resolutions)
    {
        var (first, last) = (Year("from", from), Year("to", to));
        if (first > last) throw new WrongAskException("from", $"The year {first} lies after {last}.", "Give the earlier year first.");
        var asked = AskedState.In(book, states, one);
        int? with = string.IsNullOrWhiteSpace(other) ? null : AskedState.In(book, states, other);
        if (asked == with) throw new WrongAskException("b", "A state always agrees with itself;", "name two states.");
        HashSet<string>? wanted = string.IsNullOrWhiteSpace(resolutions) ? null : Domain.Resolutions.Read(resolutions);
        if (wanted is not null) Domain.Resolutions.Check(book, wanted);
        return new AgreementAsk(asked, with, first, last, wanted);
    }

    /// <summary>Whether a roll call is asked for. Resolutions are asked for as a whole, not by their parts.</summary>
    internal bool Wants(RollCall rollCall) =>
        !(rollCall.Date.Year < From) && !(rollCall.Date.Year > To) && (Resolutions is null || (rollCall.IsWhole && Resolutions.Contains(rollCall.Resolution)));

    private static int? Year(string name, string? written) => string.IsNullOrWhiteSpace(written) ? null
        : int.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= 1945 and <= 2999 ? year
        : throw new WrongAskException(name, $"'{written}' is no year.", "Write it as 2015.");
}
