using Noroshi.Diplomacy.Votes.Domain;
using Noroshi.Diplomacy.Votes.Estimation;

namespace Noroshi.Diplomacy.Votes.Serving;

/// <summary>How another state votes beside ours, for whoever prepares to meet it.</summary>
internal sealed class VotesOfState(KeptVotes kept)
{
    /// <summary>Sessions that count as the newest.</summary>
    internal const int Newest = 10;

    /// <summary>The resolutions about information security and cybercrime on which the Assembly voted up to its session 74.</summary>
    internal static IReadOnlyList<string> CyberResolutions { get; } = ["60/45", "61/54", "62/17", "63/37", "71/28", "73/27", "73/187", "73/266", "74/28", "74/29", "74/247"];

    /// <summary>Agreement of two states over some votes.</summary>
    /// <param name="Share">0, always opposed, to 1, always the same.</param>
    /// <param name="Votes">How many votes both cast. Below 30 they are few.</param>
    /// <param name="FromSession">The first session among them.</param>
    /// <param name="ToSession">The last.</param>
    internal sealed record Measured(double Share, int Votes, int FromSession, int ToSession);

    /// <summary>What can be said; each part null where there is no vote to say it from.</summary>
    /// <param name="All">Over all kept votes.</param>
    /// <param name="Recent">Over the newest ten sessions.</param>
    /// <param name="Cyber">Over the resolutions about information security and cybercrime.</param>
    /// <param name="Own">Where the own state stood in its newest session; null also while points are being estimated.</param>
    /// <param name="Theirs">Where the other stood.</param>
    /// <param name="IsEstimating">True while points are being estimated: they may be asked for again.</param>
    /// <param name="AsOf">The day of the newest kept vote.</param>
    /// <param name="Source">Whose files were imported.</param>
    internal sealed record Compared(Measured? All, Measured? Recent, Measured? Cyber, IdealPoint? Own, IdealPoint? Theirs, bool IsEstimating, DateOnly AsOf, string Source);

    /// <summary>Compares two states by their codes; null where no vote of either is kept.</summary>
    internal Compared? Of(string own, string other)
    {
        var held = kept.Now();
        var book = held.Book;
        var (one, two) = (book.IndexOf(own), book.IndexOf(other));
        if (one < 0 || two < 0) return null;
        var last = book.RollCalls[^1].Session;
        var points = held.Points;
        Measured? Over(Func<RollCall, bool> wanted) => Agreement.Between(book, one, two, wanted) is { } agreement
            ? new Measured(agreement.Share, agreement.Votes.Count, agreement.Votes[0].RollCall.Session, agreement.Votes[^1].RollCall.Session)
            : null;
        return new Compared(
            Over(_ => true), Over(rollCall => rollCall.Session > last - Newest), Over(rollCall => rollCall.IsWhole && CyberResolutions.Contains(rollCall.Resolution)),
            points?.LatestOf(one), points?.LatestOf(two), held.IsEstimating, book.RollCalls.Max(rollCall => rollCall.Date), VoteSources.Of(book));
    }
}
